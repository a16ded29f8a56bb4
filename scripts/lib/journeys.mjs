import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightCli } from './chromium.mjs';
import { startControlPlane } from './controlPlane.mjs';
import { playwrightCounts, readCounts } from './counts.mjs';
import { startPortal } from './portal.mjs';
import { freePort } from './ports.mjs';
import { withProgress } from './progress.mjs';
import { freshReportFile } from './runners.mjs';

/**
 * Runs the Playwright journeys in a browser against the built portal, on an embedded control plane
 * of their own.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string | undefined} chromium - path of the browser; Playwright's own unless named
 * @returns {Promise<import('./testRun.mjs').StepOutcome>}
 */
export async function runJourneys(supervisor, chromium) {
  const directory = await mkdtemp(join(tmpdir(), 'planes-journeys-'));
  try {
    const demo = await startDemo(supervisor, join(directory, 'demo'));
    const registration = await startRegistration(
      supervisor,
      join(directory, 'registration'),
    );
    const report = await freshReportFile('playwright.json');
    const code = await supervisor.run({
      name: 'playwright',
      args: [playwrightCli, 'test', '--reporter=list,json'],
      env: {
        CI: 'true',
        ...demo.env,
        ...registration.env,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      output: 'terminal',
    });
    for (const program of [...registration.programs, ...demo.programs]) {
      await program.stop();
    }
    return { code, counts: await readCounts(report, playwrightCounts) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} StartedPortal
 * @property {Record<string, string>} env - where the journeys find it
 * @property {import('./supervisor.mjs').Program[]} programs - to be stopped in this order
 */

/**
 * The portal of most journeys: on the demo.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string} directory
 * @returns {Promise<StartedPortal>}
 */
async function startDemo(supervisor, directory) {
  const controlPlane = await withProgress(
    'Starting the embedded control plane',
    () =>
      startControlPlane(supervisor, {
        name: 'journeys-control-plane',
        directory,
      }),
  );
  const { kubeconfig, gateway } = controlPlane;
  const portal = await withProgress('Starting the portal', async () =>
    startPortal(supervisor, {
      name: 'journeys-portal',
      configFile: join(directory, 'app-config.yaml'),
      port: await freePort(),
      controlPlanes: [{ kubeconfig, gateway }],
      // Longer than agents take to be back after the gateway was away.
      agentLostAfter: '10s',
    }),
  );
  return {
    env: {
      PORTAL_URL: portal.url,
      CONTROL_PLANE_DIRECTORY: directory,
      CONTROL_PLANE_KUBECONFIG: kubeconfig,
    },
    programs: [portal.program, controlPlane.program],
  };
}

/**
 * The portal in which planes are registered: on two control planes that have none yet, of both generations of resources.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string} directory
 * @returns {Promise<StartedPortal>}
 */
async function startRegistration(supervisor, directory) {
  const start = (/** @type {string} */ name, /** @type {string} */ release) =>
    startControlPlane(supervisor, {
      name: `journeys-${name}`,
      directory: join(directory, name),
      world: 'empty',
      release,
    });
  const [current, legacy] = await withProgress(
    'Starting two empty control planes',
    () => Promise.all([start('current', 'v1.2.0'), start('legacy', 'v0.17.0')]),
  );
  const portal = await withProgress(
    'Starting the portal of the registrations',
    async () =>
      startPortal(supervisor, {
        name: 'journeys-registration-portal',
        configFile: join(directory, 'app-config.yaml'),
        port: await freePort(),
        controlPlanes: [
          {
            kubeconfig: current.kubeconfig,
            gateway: current.gateway,
            agentUrl: 'wss://gateway.example.com/ws',
          },
          {
            name: 'legacy',
            kubeconfig: legacy.kubeconfig,
            gateway: legacy.gateway,
          },
        ],
      }),
  );
  return {
    env: {
      REGISTRATION_PORTAL_URL: portal.url,
      REGISTRATION_DIRECTORY: directory,
    },
    programs: [portal.program, legacy.program, current.program],
  };
}
