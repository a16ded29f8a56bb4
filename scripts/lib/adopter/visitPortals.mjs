import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwrightCli } from '../chromium.mjs';
import { startControlPlane } from '../controlPlane.mjs';
import { playwrightCounts, readCounts } from '../counts.mjs';
import { freePort } from '../ports.mjs';
import { withProgress } from '../progress.mjs';
import { freshReportFile } from '../runners.mjs';
import { legacyFrontend, newFrontend } from './layOutPortal.mjs';
import { startAdopterPortal } from './startAdopterPortal.mjs';

const PLAYWRIGHT_CONFIG = fileURLToPath(
  new URL('../../../playwright.adopter.config.ts', import.meta.url),
);

/**
 * Starts the portal with each of its frontends on an embedded control plane, and visits its pages in a browser.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} directory - of the portal
 * @param {string | undefined} chromium - path of the browser; Playwright's own unless named
 * @returns {Promise<import('../testRun.mjs').StepOutcome>}
 */
export async function visitPortals(supervisor, directory, chromium) {
  const controlPlane = await withProgress(
    'Starting the embedded control plane',
    () =>
      startControlPlane(supervisor, {
        name: 'adopter-control-plane',
        directory: join(directory, '.control-plane'),
      }),
  );
  const ports = await twoFreePorts();
  const portals = await withProgress('Starting the portals', () =>
    Promise.all(
      [newFrontend, legacyFrontend].map((frontend, index) =>
        startAdopterPortal(supervisor, {
          directory,
          frontend,
          port: ports[index],
          controlPlane,
        }),
      ),
    ),
  );
  const report = await freshReportFile('playwright-adopter.json');
  const code = await supervisor.run({
    name: 'playwright-adopter',
    args: [
      playwrightCli,
      'test',
      `--config=${PLAYWRIGHT_CONFIG}`,
      '--reporter=list,json',
    ],
    env: {
      CI: 'true',
      NEW_PORTAL_URL: portals[0].url,
      LEGACY_PORTAL_URL: portals[1].url,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    output: 'terminal',
  });
  for (const { program } of [...portals, controlPlane]) {
    await program.stop();
  }
  return { code, counts: await readCounts(report, playwrightCounts) };
}

/** @returns {Promise<number[]>} */
async function twoFreePorts() {
  const first = await freePort();
  for (;;) {
    const second = await freePort();
    if (second !== first) {
      return [first, second];
    }
  }
}
