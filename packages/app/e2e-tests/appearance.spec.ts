import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { DISCONNECTED_PLANE, test } from './support/portal';

const PAGES = [
  '/',
  '/catalog',
  DISCONNECTED_PLANE.path,
  '/search',
  '/settings',
];

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the portal is dark and readable', async ({ page }) => {
    await page.goto(DISCONNECTED_PLANE.path);
    await expect(
      page.getByRole('heading', { name: /^Disconnected for/ }),
    ).toBeVisible();
    await expect(page.locator('body')).toHaveCSS(
      'background-color',
      'rgb(15, 18, 22)',
    );
    await expectAccessible(page);
    await page.goto('/');
    await expect(
      page.getByRole('list', { name: 'Planes by state' }),
    ).toBeVisible();
    await expectAccessible(page);
  });
});

test('the typeface comes with the portal', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) {
      foreign.push(request.url());
    }
  });
  await page.goto('/');
  await expect(
    page.getByRole('list', { name: 'Planes by state' }),
  ).toBeVisible();
  const loaded = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
  expect(loaded).toContain('Inter Variable');
  expect(foreign).toEqual([]);
});

for (const width of [360, 2560]) {
  test(`nothing scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.locator('main, article').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
  });
}
