import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { DISCONNECTED_PLANE, test } from './support/portal';

test('the home page says which planes need attention', async ({ page }) => {
  await page.goto('/');
  const counts = page.getByRole('list', { name: 'Planes by state' });
  await expect(counts).toContainText(/\d+\s*Disconnected/);
  await expect(counts).toContainText(/\d+\s*Connected/);

  const row = page
    .getByRole('listitem')
    .filter({ hasText: DISCONNECTED_PLANE.title });
  await expect(row).toContainText('Disconnected');
  await expectAccessible(page);

  await row.getByRole('link', { name: DISCONNECTED_PLANE.title }).click();
  await expect(page).toHaveURL(DISCONNECTED_PLANE.path);
  await expect(
    page.getByRole('heading', { name: DISCONNECTED_PLANE.title }),
  ).toBeVisible();
});

test('every entry of the sidebar leads somewhere', async ({ page }) => {
  await page.goto('/');
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  for (const [name, url] of [
    ['Search', /\/search/],
    ['Catalog', /\/catalog/],
    ['Planes', /\/planes/],
    ['Notifications', /\/notifications/],
    ['Settings', /\/settings/],
    ['Home', /\/$/],
  ] as const) {
    await sidebar.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(url);
    await expect(page.getByText('PAGE NOT FOUND')).toHaveCount(0);
  }
});
