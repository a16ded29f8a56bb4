import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { CONNECTED_PLANE, DISCONNECTED_PLANE, test } from './support/portal';

test('the fleet page shows first what needs attention, and why', async ({
  page,
}) => {
  await page.goto('/planes');
  await expect(page.getByText(/^\d+ planes on 1 control plane/)).toBeVisible();
  const strip = page.getByRole('group', { name: 'Planes by state' });
  await expect(
    strip.getByRole('button', { name: /Disconnected/ }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /^Needs attention/ }),
  ).toBeVisible();
  const card = page
    .getByRole('listitem')
    .filter({ hasText: DISCONNECTED_PLANE.title });
  await expect(card).toContainText(/Disconnected for \d+/);
  await expectAccessible(page);

  await card.getByRole('link', { name: 'Test connection' }).click();
  await expect(page).toHaveURL(new RegExp(DISCONNECTED_PLANE.path));
  await expect(page.getByText(/^Failed at step 4/)).toBeVisible();
});

test('filters are in the address, by pointer, keyboard and history', async ({
  page,
}) => {
  await page.goto('/planes');
  await page.getByRole('button', { name: /^Workflow \d+/ }).click();
  await expect(page).toHaveURL(/type=workflow/);
  await expect(page.getByText(CONNECTED_PLANE.title)).toHaveCount(0);

  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
  const search = page.getByRole('searchbox').or(page.getByRole('textbox'));
  await search.first().fill(CONNECTED_PLANE.planeID);
  await expect(page.getByText(CONNECTED_PLANE.title)).toBeVisible();
  await expect(page.getByText(DISCONNECTED_PLANE.title)).toHaveCount(0);

  await search.first().fill('no such plane');
  await page.getByRole('button', { name: /clear/i }).last().click();
  await expect(page.getByText(DISCONNECTED_PLANE.title)).toBeVisible();
});

test('a shared address opens the same view', async ({ page }) => {
  await page.goto('/planes?state=disconnected&group=namespace&view=table');
  await expect(page.getByRole('heading', { name: /^acme/ })).toBeVisible();
  await expect(
    page.getByRole('link', { name: DISCONNECTED_PLANE.title }),
  ).toBeVisible();
  await expect(page.getByText(CONNECTED_PLANE.title)).toHaveCount(0);
  await expectAccessible(page);
});

test('who may not see planes is told which permission is missing', async ({
  page,
}) => {
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
  await page.goto('/planes');
  await expect(page.getByText('openchoreo.plane.read').first()).toBeVisible();
  await expectAccessible(page);
});
