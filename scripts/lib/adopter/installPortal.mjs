import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.mjs';
import { UserError } from '../userError.mjs';
import { toolEnvironment, yarnScript } from '../yarn.mjs';
import { changeManifest } from './layOutPortal.mjs';
import { entriesBeyond, seededLock } from './lockEntries.mjs';

/** What the portal has installed beyond this repository. As `create-app` does, every portal begins with the same versions. */
const SEED = join(repositoryRoot, 'scripts/lib/adopter/seed-yarn.lock');

/** Compiled for the checkout already. */
const NATIVE_MODULE = 'better-sqlite3';

/**
 * Installs a portal's dependencies, with the packed plugins in place of published ones.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} directory - of the portal
 * @param {readonly import('./packPlugins.mjs').PackedPlugin[]} packed
 */
export async function installPortal(supervisor, directory, packed) {
  const { resolutions } = JSON.parse(
    await readFile(join(repositoryRoot, 'package.json'), 'utf8'),
  );
  await changeManifest(directory, manifest => {
    manifest.resolutions = {
      ...manifest.resolutions,
      // The versions without which this release of Backstage cannot be installed: docs/dependencies.md.
      ...resolutions,
      ...Object.fromEntries(
        packed.map(({ name, tarball }) => [name, `file:${tarball}`]),
      ),
    };
  });
  const own = await readFile(join(repositoryRoot, 'yarn.lock'), 'utf8');
  const seed = await readFile(SEED, 'utf8').catch(() => undefined);
  const lockFile = join(directory, 'yarn.lock');
  await writeFile(lockFile, seededLock(own, seed ?? ''));
  await supervisor.runOrThrow({
    name: 'adopter-install',
    args: [yarnScript, 'install'],
    cwd: directory,
    env: {
      ...toolEnvironment(),
      // The one module that has to be compiled comes from the checkout.
      YARN_ENABLE_SCRIPTS: 'false',
      // Continuous integration has installations immutable, and this one completes the lock file.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_ENABLE_TELEMETRY: 'false',
    },
  });
  await copyNativeModule(directory);
  if (seed === undefined) {
    await writeFile(SEED, entriesBeyond(await readFile(lockFile, 'utf8'), own));
  }
}

/** @param {string} directory */
async function copyNativeModule(directory) {
  const [from, to] = [repositoryRoot, directory].map(root =>
    join(root, 'node_modules', NATIVE_MODULE),
  );
  const [compiled, installed] = await Promise.all([from, to].map(versionOf));
  if (compiled !== installed) {
    throw new UserError(
      `The portal has ${NATIVE_MODULE} ${installed}, the checkout ${compiled}. Delete ${SEED}, which the next run makes anew.`,
    );
  }
  await cp(join(from, 'build/Release'), join(to, 'build/Release'), {
    recursive: true,
    filter: source => !/\/obj(\.target)?$/.test(source),
  });
}

/** @param {string} folder */
async function versionOf(folder) {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8');
  return JSON.parse(manifest).version;
}
