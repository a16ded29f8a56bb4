import { join } from 'node:path';
import { toolEnvironment } from '../yarn.mjs';
import { legacyFrontend, newFrontend } from './layOutPortal.mjs';

/** @typedef {import('../supervisor.mjs').Supervisor} Supervisor */

/**
 * Checks the types of a portal and builds it for production, with its own tools: `yarn tsc`, both frontends, and
 * `yarn build:backend`, whose bundle is unpacked as the template's Dockerfile does.
 *
 * @param {Supervisor} supervisor
 * @param {string} directory - of the portal
 */
export async function buildAdopterPortal(supervisor, directory) {
  // One after the other on few cores takes as long, and less memory.
  await supervisor.runOrThrow({
    name: 'adopter-portal-types',
    args: [join(directory, 'node_modules/typescript/bin/tsc')],
    cwd: directory,
  });
  for (const frontend of [newFrontend, legacyFrontend]) {
    await buildPackage(supervisor, directory, frontend.package, [
      `--config=${join(directory, frontend.config)}`,
    ]);
  }
  await buildPackage(supervisor, directory, 'backend', [
    '--skip-build-dependencies',
  ]);
  await supervisor.runOrThrow({
    name: 'adopter-portal-unpack',
    command: 'tar',
    args: ['-xzf', 'packages/backend/dist/bundle.tar.gz'],
    cwd: directory,
  });
}

/**
 * @param {Supervisor} supervisor
 * @param {string} directory
 * @param {string} name - of the folder below `packages`
 * @param {string[]} args
 */
function buildPackage(supervisor, directory, name, args) {
  return supervisor.runOrThrow({
    name: `adopter-portal-${name}`,
    args: [
      join(directory, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      ...args,
    ],
    cwd: join(directory, 'packages', name),
    env: { ...toolEnvironment(), NODE_ENV: 'production' },
  });
}
