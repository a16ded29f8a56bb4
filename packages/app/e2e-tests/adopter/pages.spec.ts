import {
  expect,
  type APIRequestContext,
  type ConsoleMessage,
  type Page,
} from '@playwright/test';
import { CONNECTED_PLANE, DISCONNECTED_PLANE, test } from '../support/portal';

/** A run of the demo that ended yesterday: its integration tests failed in all three attempts. */
const FAILED_RUN = 'checkout-build-118';

const WORKFLOW_PLANE =
  '/catalog/default/resource/cluster-workflow-plane-default';

/** A request that failed and is none of ours: the template's guest, for example, has no entity, and is looked for on every page. */
function isElsewhere(message: ConsoleMessage): boolean {
  return (
    message.text().startsWith('Failed to load resource') &&
    !/\/(api\/(planes|workflow-runs)|static)\//.test(message.location().url)
  );
}

/** Like the shared `test`, but fails as well where the browser's console has errors. */
const visit = test.extend<{ failOnConsoleErrors: void }>({
  failOnConsoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error' && !isElsewhere(message)) {
          errors.push(`${message.text()} (${message.location().url})`);
        }
      });
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page of the portal, as a guest. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  const sidebar = page.getByRole('link', { name: 'Settings' });
  // The first page of a portal that has just started takes a while.
  await expect(enter.or(sidebar).first()).toBeVisible({ timeout: 45_000 });
  if (await enter.isVisible()) {
    await enter.click();
  }
}

/** Waits until the catalog has taken in an entity: a page that is opened earlier says that there is none, and stays like that. */
async function untilInCatalog(
  request: APIRequestContext,
  path: string,
): Promise<void> {
  const [, , namespace, kind, name] = path.split('/');
  const signIn = await request.post('/api/auth/guest/refresh', {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signIn.json();
  await expect
    .poll(
      async () => {
        const answer = await request.get(
          `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
          { headers: { Authorization: `Bearer ${backstageIdentity.token}` } },
        );
        return answer.status();
      },
      { timeout: 45_000 },
    )
    .toBe(200);
}

/** Opens a tab of an entity's page, which is a link in the new frontend system. */
async function openTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('tab', { name })
    .or(
      page
        .getByRole('navigation', { name: 'Content navigation' })
        .getByRole('link', { name, exact: true }),
    )
    .click();
}

/** Keeps a picture of the page for whoever wants to look. */
async function takePicture(page: Page, name: string): Promise<void> {
  const project = visit.info().project.name;
  await page.screenshot({
    path: `.cache/e2e-adopter/pictures/${project}-${name}.png`,
    fullPage: true,
  });
}

visit('the sidebar leads to all planes, and to all runs', async ({ page }) => {
  await open(page, '/catalog');
  await page.getByRole('link', { name: 'Planes', exact: true }).click();
  await expect(page.getByText(/^\d+ planes on 1 control plane/)).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: DISCONNECTED_PLANE.title }),
  ).toContainText(/Disconnected for \d+/);
  await expect(
    page.getByRole('link', { name: 'Register plane' }),
  ).toBeVisible();
  await takePicture(page, 'fleet');

  await page.getByRole('link', { name: 'Workflow runs', exact: true }).click();
  await expect(
    page.getByRole('link', { name: FAILED_RUN, exact: true }),
  ).toBeVisible();
  await takePicture(page, 'runs');
});

visit(
  'the page of a plane has its cards, its state first',
  async ({ page, request }) => {
    await untilInCatalog(request, CONNECTED_PLANE.path);
    await open(page, CONNECTED_PLANE.path);
    const cards = [
      /^Connected for/,
      'Findings',
      'Connection test',
      'Depends on this plane',
      'Related planes',
      'Conditions',
      'Details',
      'Agent CA',
    ];
    for (const name of cards) {
      await expect(
        page.getByRole('heading', { name, level: 3, exact: true }),
      ).toBeVisible();
    }
    await expect(
      page.getByRole('article').getByRole('heading').first(),
    ).toHaveText(/^Connected for/);
    await takePicture(page, 'plane');

    await openTab(page, 'Kubernetes');
    await expect(page.getByText('Your Clusters')).toBeVisible();
    await takePicture(page, 'kubernetes');

    await openTab(page, 'History');
    await expect(page.getByText(/uptime/i).first()).toBeVisible();
  },
);

visit('templates may register planes', async ({ page }) => {
  await open(page, '/create/actions');
  await expect(page.getByText('openchoreo:plane:register')).toBeVisible();
});

visit(
  'the page of a workflow plane has its runs',
  async ({ page, request }) => {
    await untilInCatalog(request, WORKFLOW_PLANE);
    await open(page, WORKFLOW_PLANE);
    await openTab(page, 'Workflow runs');
    await expect(
      page.getByRole('link', { name: FAILED_RUN, exact: true }),
    ).toBeVisible();
  },
);

visit(
  'the page of a run has its timeline, and the log of the step to blame',
  async ({ page }) => {
    await open(page, `/workflow-runs?q=${FAILED_RUN}`);
    await page.getByRole('link', { name: FAILED_RUN, exact: true }).click();
    const timeline = page.getByRole('treegrid', {
      name: `Timeline of ${FAILED_RUN}`,
    });
    await expect(
      timeline.getByRole('row', { name: /integration-tests.*Failed/ }).first(),
    ).toBeVisible();
    await expect(
      page.getByRole('region', { name: /^Log of integration-tests/ }),
    ).toContainText('not ok');
    await takePicture(page, 'run');
  },
);
