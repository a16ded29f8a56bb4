import { askControlPlane } from '../askControlPlane.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} ShotContext
 * @property {string} controlPlane - folder of the embedded control plane's files
 */

/**
 * A picture of the portal for the documentation.
 *
 * @typedef {object} Shot
 * @property {string} name - of the file
 * @property {string} path - of the page
 * @property {number} [width] - in pixels
 * @property {number} [height]
 * @property {readonly ('light' | 'dark')[]} [schemes] - light unless named
 * @property {(page: Page, context: ShotContext) => Promise<void>} ready - waits until the page shows what it is about
 * @property {(page: Page) => import('@playwright/test').Locator} [part] - the picture is of this alone
 */

const LOST_PLANE = '/catalog/acme/resource/data-plane-eu-west-prod';
const CONNECTED_PLANE = '/catalog/acme/resource/data-plane-eu-central-prod';
const FAILED_RUN = 'checkout-build-118';

/** @type {readonly Shot[]} */
export const shots = [
  {
    name: 'home',
    path: '/',
    ready: page => seen(page.getByRole('list', { name: 'Planes by state' })),
  },
  {
    name: 'fleet',
    path: '/planes',
    schemes: ['light', 'dark'],
    ready: page => seen(page.getByText(/^\d+ planes on 1 control plane/)),
  },
  {
    name: 'plane',
    path: `${LOST_PLANE}?connection-test=run`,
    height: 900,
    schemes: ['light', 'dark'],
    ready: page => seen(page.getByText(/finished in/)),
  },
  {
    name: 'register',
    path: '/planes/register',
    height: 900,
    ready: registerUpToAgent,
  },
  {
    name: 'runs',
    path: '/workflow-runs',
    ready: page => seen(page.getByRole('link', { name: FAILED_RUN })),
  },
  {
    name: 'run',
    path: `/workflow-runs?q=${FAILED_RUN}`,
    height: 1000,
    schemes: ['light', 'dark'],
    async ready(page) {
      await page.getByRole('link', { name: FAILED_RUN, exact: true }).click();
      await seen(page.getByRole('region', { name: /^Log of / }));
    },
  },
  {
    name: 'connection-test',
    path: `${LOST_PLANE}?connection-test=run`,
    width: 1440,
    height: 1200,
    ready: page => seen(page.getByText(/finished in/)),
    part: page => page.getByRole('region', { name: 'Connection test' }),
  },
  {
    name: 'component-runs',
    path: '/catalog/default/component/checkout/workflow-runs',
    ready: page => seen(page.getByRole('link', { name: FAILED_RUN })),
  },
  {
    name: 'catalog',
    path: '/catalog',
    width: 1440,
    ready: page => seen(page.getByRole('link', { name: 'EU West production' })),
  },
  {
    name: 'search',
    path: '/search?query=eu-west',
    // The index is filled within a minute of the portal's start.
    ready: page =>
      seen(
        page.getByRole('listitem').filter({ hasText: 'EU West production' }),
        () => page.reload(),
      ),
  },
  {
    name: 'kubernetes',
    path: `${CONNECTED_PLANE}/kubernetes`,
    async ready(page) {
      await page.getByText('No pods with errors').click();
      await seen(page.getByText('cluster-agent-dataplane', { exact: true }));
    },
  },
  {
    name: 'template',
    path: '/create/templates/default/register-plane',
    ready: page => seen(page.getByLabel(/planeID/)),
  },
  {
    name: 'forbidden',
    path: '/planes',
    height: 560,
    async ready(page) {
      await page.route('**/api/planes/planes?*', route =>
        route.fulfill({
          status: 403,
          json: {
            error: {
              name: 'NotAllowedError',
              message: "You lack the permission 'openchoreo.plane.read'",
            },
            response: { statusCode: 403 },
          },
        }),
      );
      await page.reload();
      await seen(page.getByText('openchoreo.plane.read'));
    },
  },
];

/**
 * Fills in the form up to the step in which the agent is installed and gives its CA.
 *
 * @param {Page} page
 * @param {ShotContext} context
 */
async function registerUpToAgent(page, { controlPlane }) {
  await page.getByRole('radio', { name: 'Data plane' }).check();
  await page.getByRole('radio', { name: 'Cluster', exact: true }).check();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill('edge-07');
  await page.getByRole('combobox', { name: 'planeID' }).fill('edge-07');
  await page.getByRole('button', { name: /^Continue/ }).click();
  const { ca } = await askControlPlane(controlPlane, '/sim/gateway', {
    planeType: 'dataplane',
    planeID: 'edge-07',
    install: 'ca',
  });
  await page.getByRole('textbox', { name: /PEM/ }).fill(String(ca));
  await seen(page.getByText('A CA certificate', { exact: true }));
  await page.mouse.wheel(0, -5_000);
}

const PATIENCE_MS = 90_000;
const AGAIN_MS = 5_000;

/**
 * Waits until something is to be seen.
 *
 * @param {import('@playwright/test').Locator} locator
 * @param {() => Promise<unknown>} [again] - what to do every few seconds meanwhile
 */
async function seen(locator, again) {
  const first = locator.first();
  if (!again) {
    await first.waitFor({ timeout: PATIENCE_MS });
    return;
  }
  for (let waited = 0; waited < PATIENCE_MS; waited += AGAIN_MS) {
    try {
      await first.waitFor({ timeout: AGAIN_MS });
      return;
    } catch {
      await again();
    }
  }
  await first.waitFor({ timeout: AGAIN_MS });
}
