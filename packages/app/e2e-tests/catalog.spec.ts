import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { DISCONNECTED_PLANE, test } from './support/portal';

test('the catalog lists planes and finds them by name', async ({ page }) => {
  await page.goto('/catalog');
  const planes = page.getByRole('table');
  await expect(planes.getByRole('row')).not.toHaveCount(0);
  await expect(planes.getByRole('columnheader')).toContainText([
    'Name',
    'Type',
    'Namespace',
    'planeID',
    'Owner',
    'Description',
  ]);

  await page.getByPlaceholder('Search').fill('eu-west-prod');
  const row = planes
    .getByRole('row')
    .filter({ hasText: DISCONNECTED_PLANE.title });
  await expect(row).toContainText('data-plane');
  await expect(row).toContainText(DISCONNECTED_PLANE.planeID);
  await expectAccessible(page);

  await row.getByRole('link', { name: DISCONNECTED_PLANE.title }).click();
  await expect(page).toHaveURL(DISCONNECTED_PLANE.path);
});
