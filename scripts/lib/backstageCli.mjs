import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';

/** The command line of Backstage, for Node to run. */
export const backstageCli = join(
  repositoryRoot,
  'node_modules/@backstage/cli/bin/backstage-cli',
);
