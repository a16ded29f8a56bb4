import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from './contentHash.mjs';
import { repositoryRoot } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { onceForHash } from './stamp.mjs';
import { ensureYarn, toolEnvironment, yarnScript } from './yarn.mjs';

/** Inside node_modules, so that it goes when they go. */
const stampFile = join(
  repositoryRoot,
  'node_modules/.cache/openchoreo-planes/installed',
);

/**
 * Installs the dependencies that yarn.lock names, unless the last installation did so.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function installDependencies(supervisor) {
  const manifests = await workspaceManifests();
  const hash = await contentHash(
    repositoryRoot,
    ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests],
    [process.platform, process.arch, process.versions.modules],
  );
  return onceForHash({
    stampFile,
    hash,
    async work() {
      await ensureYarn(supervisor);
      await withProgress('Installing dependencies', () =>
        supervisor.runOrThrow({
          name: 'install-dependencies',
          args: [yarnScript, 'install', '--immutable'],
          env: toolEnvironment(),
        }),
      );
    },
  });
}

async function workspaceManifests() {
  const manifests = ['benchmarks/package.json'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of await readdir(join(repositoryRoot, folder))) {
      manifests.push(`${folder}/${name}/package.json`);
    }
  }
  return manifests;
}
