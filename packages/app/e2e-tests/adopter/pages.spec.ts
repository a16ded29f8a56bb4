import { expect, type Page } from '@playwright/test';
import { CONNECTED_PLANE, DISCONNECTED_PLANE, test } from '../support/portal';

/** A run of the demo that ended yesterday: its integration tests failed in all three attempts. */
const FAILED_RUN = 'checkout-build-118';

/** What the browser complains about that is not ours. */
const OTHERS: RegExp[] = [];

/** Opens a page of the portal, as a guest. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const enter = page.getByRole('button', { name: 'Enter' });
  const sidebar = page.getByRole('navigation').first();
  await expect(enter.or(sidebar).first()).toBeVisible({ timeout: 30_000 });
  if (await enter.isVisible()) {
    await enter.click();
  }
}

test.beforeEach(({ page }) => {
  page.on('console', message => {
    const text = message.text();
    if (message.type() === 'error' && !OTHERS.some(other => other.test(text))) {
      complaints.push(`${text} (${message.location().url})`);
    }
  });
});

const complaints: string[] = [];

test.afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

test('the sidebar leads to all planes, and to all runs', async ({ page }) => {
  await open(page, '/catalog');
  await page.getByRole('link', { name: 'Planes', exact: true }).click();
  await expect(page.getByText(/^\d+ planes on 1 control plane/)).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: DISCONNECTED_PLANE.title }),
  ).toContainText(/Disconnected for \d+/);
  await page.screenshot({ path: shot('fleet') });

  await page.getByRole('link', { name: 'Workflow runs', exact: true }).click();
  await expect(
    page.getByRole('link', { name: FAILED_RUN, exact: true }),
  ).toBeVisible();
  await page.screenshot({ path: shot('runs') });
});

test('the page of a plane has its cards', async ({ page }) => {
  await open(page, CONNECTED_PLANE.path);
  for (const title of ['State', 'Connection test', 'Conditions']) {
    await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
  }
  await page.screenshot({ path: shot('plane'), fullPage: true });
});

test('the page of a run has its timeline, and the log of the step to blame', async ({
  page,
}) => {
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
  await page.screenshot({ path: shot('run') });
});

/** Where a picture of a page goes, for whoever wants to look. */
function shot(name: string): string {
  const project = test.info().project.name.replaceAll(' ', '-');
  return `.cache/e2e-adopter-pictures/${project}-${name}.png`;
}
