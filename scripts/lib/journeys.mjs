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
    const controlPlane = await withProgress(
      'Starting the embedded control plane',
      () =>
        startControlPlane(supervisor, {
          name: 'journeys-control-plane',
          directory,
        }),
    );
    const portal = await withProgress('Starting the portal', async () =>
      startPortal(supervisor, {
        name: 'journeys-portal',
        configFile: join(directory, 'app-config.yaml'),
        port: await freePort(),
        kubeconfig: controlPlane.kubeconfig,
        gateway: controlPlane.gateway,
        // Longer than agents take to be back after the gateway was away.
        agentLostAfter: '10s',
      }),
    );
    const report = await freshReportFile('playwright.json');
    const code = await supervisor.run({
      name: 'playwright',
      args: [playwrightCli, 'test', '--reporter=list,json'],
      env: {
        CI: 'true',
        PORTAL_URL: portal.url,
        CONTROL_PLANE_DIRECTORY: directory,
        CONTROL_PLANE_KUBECONFIG: controlPlane.kubeconfig,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
      output: 'terminal',
    });
    await portal.program.stop();
    await controlPlane.program.stop();
    return { code, counts: await readCounts(report, playwrightCounts) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
