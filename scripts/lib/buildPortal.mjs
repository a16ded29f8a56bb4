import { join } from 'node:path';
import { backstageCli } from './backstageCli.mjs';
import { contentHash } from './contentHash.mjs';
import { cacheDirectory, repositoryRoot } from './paths.mjs';
import { unpackPortal } from './portalDirectory.mjs';
import { withProgress } from './progress.mjs';
import { onceForHash } from './stamp.mjs';
import { toolEnvironment } from './yarn.mjs';

/** Where the built portal is ready to run. */
export const portalDirectory = join(cacheDirectory, 'portal');

/** The configuration that the portal is built with and runs with. */
export const portalConfigFile = join(repositoryRoot, 'app-config.yaml');

/** What the build reads; the configuration decides about the app's features. */
const INPUTS = [
  'packages/app',
  'packages/backend',
  'plugins',
  'package.json',
  'yarn.lock',
  'app-config.yaml',
];

/**
 * Builds app and backend for production, unless the last build had the same sources.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function buildPortal(supervisor) {
  const backend = join(repositoryRoot, 'packages/backend');
  return onceForHash({
    stampFile: join(portalDirectory, '.built'),
    hash: await contentHash(repositoryRoot, INPUTS, [process.versions.modules]),
    // The backend finds the app through the workspace, not in the unpacked bundle.
    outputs: [join(repositoryRoot, 'packages/app/dist/index.html')],
    work: () =>
      withProgress('Building the portal', async () => {
        // The backend's build includes those of the app and of every plugin that it depends on.
        await supervisor.runOrThrow({
          name: 'build-portal',
          args: [
            backstageCli,
            'package',
            'build',
            `--config=${portalConfigFile}`,
          ],
          cwd: backend,
          env: { ...toolEnvironment(), NODE_ENV: 'production' },
        });
        await unpackPortal({
          supervisor,
          bundle: join(backend, 'dist/bundle.tar.gz'),
          directory: portalDirectory,
          checkout: repositoryRoot,
        });
      }),
  });
}
