import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { test } from './support/portal';

const DOCS = '/docs/default/component/openchoreo-planes';

/** Waits until the picture that the page begins with is there. */
async function expectPicture(page: Page, name: RegExp): Promise<void> {
  const picture = page.getByRole('img', { name });
  await expect(picture).toBeVisible();
  await expect
    .poll(() =>
      picture.evaluate(element =>
        element instanceof HTMLImageElement ? element.naturalWidth : 0,
      ),
    )
    .toBeGreaterThan(0);
}

test('the portal shows its own documentation, with pictures, and loads nothing from elsewhere', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) {
      foreign.push(request.url());
    }
  });
  await page.goto('/docs');
  await page
    .getByRole('link', { name: 'OpenChoreo planes for Backstage' })
    .first()
    .click();
  await expectPicture(page, /^The page of all planes/);
  await expectAccessible(page);

  await page
    .getByRole('article')
    .getByRole('link', { name: 'Getting started' })
    .click();
  await expect(page).toHaveURL(new RegExp(`${DOCS}/getting-started/`));
  await expect(
    page.getByRole('heading', { name: '1. Start the portal' }),
  ).toBeVisible();
  expect(foreign).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`tables and code are readable, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${DOCS}/configuration/`);
    await expect(
      page.getByRole('cell', { name: 'connectionTest.timeout' }),
    ).toBeVisible();
    await expectAccessible(page);
  });
}

test('pages of documentation do not scroll sideways on a telephone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [path, title] of [
    ['', 'OpenChoreo planes for Backstage'],
    ['configuration/', 'Configuration'],
    ['manifests/', 'RBAC manifests'],
  ]) {
    await page.goto(`${DOCS}/${path}`);
    await expect(
      page.getByRole('article').getByRole('heading', { level: 1, name: title }),
    ).toBeVisible();
    // The page gets its styles after its text.
    await expect
      .poll(
        () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          ),
        { message: `${title} fits into the window` },
      )
      .toBeLessThanOrEqual(0);
  }
});

test('what has no documentation has no tab for it', async ({ page }) => {
  const plane = '/catalog/acme/resource/data-plane-eu-west-prod';
  await page.goto(plane);
  await expect(page.locator(`a[href="${plane}/history"]`)).toBeVisible();
  await expect(page.locator(`a[href="${plane}/docs"]`)).toHaveCount(0);

  const component = '/catalog/default/component/openchoreo-planes';
  await page.goto(component);
  await expect(
    page.locator(`a[href="${component}/docs"]`).first(),
  ).toBeVisible();
});
