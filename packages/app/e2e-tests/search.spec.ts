import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { DISCONNECTED_PLANE, test } from './support/portal';

// The index is filled within a minute of the portal's start.
const INDEXED = { timeout: 90_000, intervals: [1_000] };

test.setTimeout(120_000);

for (const [what, query] of [
  ['its display name', DISCONNECTED_PLANE.title],
  ['its planeID', DISCONNECTED_PLANE.planeID],
]) {
  test(`search finds a plane by ${what}`, async ({ page }) => {
    // The documentation speaks of the plane, too.
    const result = page
      .getByRole('listitem')
      .filter({ hasText: DISCONNECTED_PLANE.title })
      .filter({ hasText: 'Data plane · namespace acme' });
    await expect(async () => {
      await page.goto(`/search?query=${encodeURIComponent(query)}`);
      await expect(result).toBeVisible({ timeout: 5_000 });
    }).toPass(INDEXED);
    await expectAccessible(page);

    await result.getByRole('link').click();
    await expect(page).toHaveURL(DISCONNECTED_PLANE.path);
  });
}
