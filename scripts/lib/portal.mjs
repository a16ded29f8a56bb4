import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { portalConfigFile, portalDirectory } from './buildPortal.mjs';
import { waitForHttp } from './waitForHttp.mjs';
import { whileRunning } from './whileRunning.mjs';

const START_TIMEOUT_MS = 180_000;

/**
 * A control plane, as `openchoreo.controlPlanes` has it.
 *
 * @typedef {object} ControlPlaneSettings
 * @property {string} [name] - `default` unless given
 * @property {string} kubeconfig - file
 * @property {string} [context] - of the kubeconfig; its current one unless named
 * @property {import('./controlPlane.mjs').Gateway} [gateway] - none unless named
 * @property {string} [agentUrl] - the WebSocket URL that agents dial
 */

/**
 * @typedef {object} PortalSettings
 * @property {string} name - of the log file; portals that run at the same time need different ones
 * @property {string} configFile - written with the settings; not shared either, since the portal watches it
 * @property {number} port
 * @property {ControlPlaneSettings[]} controlPlanes
 * @property {string} [agentLostAfter] - how long an agent stays lost before its owner is notified; as configured unless named
 * @property {string} [database] - a folder for SQLite files; memory unless named
 */

/**
 * The configuration that a start adds to the files of the repository.
 *
 * @param {Omit<PortalSettings, 'name' | 'configFile'>} settings
 */
export function portalConfig(settings) {
  const { port, controlPlanes, database, agentLostAfter } = settings;
  const baseUrl = `http://localhost:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: baseUrl },
      database: {
        client: 'better-sqlite3',
        connection: database ? { directory: resolve(database) } : ':memory:',
      },
    },
    openchoreo: {
      controlPlanes: controlPlanes.map(
        ({ name = 'default', kubeconfig, context, gateway, agentUrl }) => ({
          name,
          kubeconfig: { file: resolve(kubeconfig), context },
          gateway,
          agentUrl,
        }),
      ),
      ...(agentLostAfter && {
        planes: { notifications: { agentLostAfter } },
      }),
    },
  };
}

/**
 * Starts the built portal and waits until its page and its backend answer.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {PortalSettings} settings
 * @returns {Promise<{ program: import('./supervisor.mjs').Program, url: string }>}
 */
export async function startPortal(supervisor, settings) {
  const { name, configFile } = settings;
  await mkdir(dirname(configFile), { recursive: true });
  // JSON is YAML.
  await writeFile(configFile, JSON.stringify(portalConfig(settings), null, 2));
  const program = supervisor.start({
    name,
    args: [
      'packages/backend',
      `--config=${portalConfigFile}`,
      `--config=${configFile}`,
    ],
    // Relative paths in the configuration count from a folder this deep in the checkout.
    cwd: portalDirectory,
    env: { NODE_ENV: 'production' },
  });
  const url = `http://localhost:${settings.port}`;
  await whileRunning(program, START_TIMEOUT_MS, async signal => {
    const readiness = `${url}/.backstage/health/v1/readiness`;
    await waitForHttp(readiness, { signal });
    const isApp = (/** @type {string} */ body) => body.includes('id="root"');
    await waitForHttp(url, { signal, accept: isApp });
  });
  return { program, url };
}
