import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const repositoryRoot = resolve(
  fileURLToPath(new URL('../..', import.meta.url)),
);

/** Everything the scripts make outside of `node_modules`; safe to delete. */
export const cacheDirectory = join(repositoryRoot, '.cache');

/** Full output of the programs the scripts run. */
export const logDirectory = join(cacheDirectory, 'logs');
