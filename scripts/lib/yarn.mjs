import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { nativeHeadersEnvironment } from './nativeHeaders.mjs';
import { cacheDirectory, repositoryRoot } from './paths.mjs';
import { withProgress } from './progress.mjs';

const prefix = join(cacheDirectory, 'yarn');
const binDirectory = join(prefix, 'node_modules', '.bin');

/** The file that Node runs as Yarn, once {@link ensureYarn} is done. */
export const yarnScript = join(
  prefix,
  'node_modules/@yarnpkg/cli-dist/bin/yarn.js',
);

/**
 * Environment for programs that run Yarn themselves or build native modules.
 *
 * @returns {Record<string, string>}
 */
export function toolEnvironment() {
  const registry = process.env.npm_config_registry;
  return {
    PATH: [binDirectory, process.env.PATH].filter(Boolean).join(delimiter),
    // Yarn does not read npm's configuration, where a person may have named a mirror.
    ...(registry ? { YARN_NPM_REGISTRY_SERVER: registry } : {}),
    ...nativeHeadersEnvironment(),
  };
}

/**
 * Installs the version of Yarn that package.json pins, from the npm registry.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export async function ensureYarn(supervisor) {
  const { packageManager } = await readJson(
    join(repositoryRoot, 'package.json'),
  );
  const version = String(packageManager).replace(/^yarn@/, '');
  const installed = await readJson(
    join(prefix, 'node_modules/@yarnpkg/cli-dist/package.json'),
  ).catch(() => undefined);
  if (installed?.version === version) {
    return;
  }
  await withProgress(`Installing Yarn ${version}`, () =>
    supervisor.runOrThrow({
      name: 'install-yarn',
      command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
      args: [
        'install',
        `--prefix=${prefix}`,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `@yarnpkg/cli-dist@${version}`,
      ],
    }),
  );
}

/**
 * @param {string} file
 * @returns {Promise<{ [key: string]: unknown }>}
 */
async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
