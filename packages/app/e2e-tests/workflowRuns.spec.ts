import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { test } from './support/portal';

/** A run of the demo that ended yesterday: its integration tests failed in all three attempts. */
const FAILED_RUN = 'checkout-build-118';

async function openRun(page: Page, name: string): Promise<void> {
  await page.goto(`/workflow-runs?q=${name}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** The tree of the timeline, in which every bar is said in words. */
function timelineOf(page: Page, name: string) {
  return page.getByRole('treegrid', { name: `Timeline of ${name}` });
}

test('a run started in the portal is followed to its end, and its failing step to its log', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openRun(page, FAILED_RUN);
  await expect(
    page.getByText('integration-tests failed after 3 attempts: exit code 1'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Run again' }).click();
  const dialog = page.getByRole('dialog', { name: `Run ${FAILED_RUN} again` });
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await expect(page).not.toHaveURL(new RegExp(FAILED_RUN));
  const heading = page.getByRole('heading', {
    level: 2,
    name: /^checkout-run-/,
  });
  await expect(heading).toBeVisible();
  await expect(page.getByText(`as a repeat of ${FAILED_RUN}`)).toBeVisible();

  const timeline = timelineOf(page, await heading.innerText());
  await expect(
    timeline.getByRole('row', { name: /checkout-source.*Running/ }),
  ).toBeVisible({ timeout: 60_000 });
  await expect(
    timeline.getByRole('row', { name: /unit-tests.*Succeeded/ }),
  ).toBeVisible({ timeout: 90_000 });
  await expect(
    page.getByText(/^integration-tests failed after 3 attempts/),
  ).toBeVisible({
    timeout: 150_000,
  });

  // The step that explains the failure is selected by itself.
  const log = page.getByRole('region', { name: /^Log of integration-tests/ });
  await expect(log).toContainText('not ok');
  await expect(
    timeline.getByRole('row', { name: /publish-image/ }),
  ).toBeVisible();
});

test('a link to a node and a part of the time opens just that', async ({
  page,
}) => {
  await openRun(page, FAILED_RUN);
  const timeline = timelineOf(page, FAILED_RUN);
  await timeline.getByRole('row', { name: /license-scan/ }).click();
  await expect(page).toHaveURL(/node=/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/from=/);
  const address = page.url();

  await page.goto('/planes');
  await page.goto(address);
  await expect(
    timeline.getByRole('row', { name: /license-scan/ }),
  ).toHaveAttribute('aria-selected', 'true');
  await expect(
    page.getByRole('region', { name: /^Details of license-scan/ }),
  ).toBeVisible();
});

test('the list filters by phase, component and words, and says why runs failed', async ({
  page,
}) => {
  await page.goto('/workflow-runs');
  await expect(page.getByText(/^\d+ runs on 1 control plane/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Failed/ }).click();
  await expect(page).toHaveURL(/phase=Failed/);
  await expect(
    page.getByText(/integration-tests failed after 3 attempts/).first(),
  ).toBeVisible();

  await page.goto('/workflow-runs?q=no-such-run');
  await page.getByRole('button', { name: /clear/i }).first().click();
  await expect(page.getByText(/^\d+ runs on 1 control plane/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of a run is accessible in the ${colorScheme} theme`, async ({
    page,
  }) => {
    await page.addInitScript(
      theme => localStorage.setItem('theme', theme),
      colorScheme,
    );
    await page.emulateMedia({ colorScheme });
    await openRun(page, FAILED_RUN);
    await expect(
      page.getByRole('region', { name: /^Log of integration-tests/ }),
    ).toContainText('not ok');
    await expectAccessible(page);
  });
}

test('a run is looked through with the keyboard alone', async ({ page }) => {
  await openRun(page, FAILED_RUN);
  const timeline = timelineOf(page, FAILED_RUN);
  const first = timeline.getByRole('row', { name: new RegExp(FAILED_RUN) });
  await expect(first).toBeVisible();
  await page.getByRole('searchbox', { name: /Filter/ }).focus();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(timeline.locator('[role=row]:focus')).toHaveCount(1, {
      timeout: 200,
    });
  }).toPass();

  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: /^Details of checkout-source/ }),
  ).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: /^Details of notify/ }),
  ).toBeVisible();
});

test('a run is stopped, after a question', async ({ page }) => {
  test.setTimeout(120_000);
  await openRun(page, FAILED_RUN);
  await page.getByRole('button', { name: 'Run again' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Run again' })
    .click();
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeVisible({ timeout: 60_000 });
  await stop.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('exit handlers still run');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(
    page.getByText(/Stopped with strategy|was stopped/).first(),
  ).toBeVisible({
    timeout: 60_000,
  });
});

test('components and planes show their runs', async ({ page }) => {
  await page.goto('/catalog/default/component/checkout/workflow-runs');
  await expect(page.getByText(FAILED_RUN).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(
    '/catalog/default/resource/cluster-workflow-plane-default/workflow-runs',
  );
  await expect(page.getByText(/checkout-build-1/).first()).toBeVisible();
});

test('who may not see runs is told which permission is missing', async ({
  page,
}) => {
  await page.route('**/api/workflow-runs/runs?*', route =>
    route.fulfill({
      status: 403,
      json: {
        error: {
          name: 'NotAllowedError',
          message: "You lack the permission 'openchoreo.workflow-run.read'",
        },
        response: { statusCode: 403 },
      },
    }),
  );
  await page.goto('/workflow-runs');
  await expect(
    page.getByText('openchoreo.workflow-run.read').first(),
  ).toBeVisible();
  await expectAccessible(page);
});
