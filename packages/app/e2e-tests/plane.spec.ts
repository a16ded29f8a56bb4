import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { CONNECTED_PLANE, DISCONNECTED_PLANE, test } from './support/portal';

test('the page of a plane that lost its agents says since when', async ({
  page,
}) => {
  await page.goto(DISCONNECTED_PLANE.path);
  await expect(
    page.getByRole('heading', { name: /^Disconnected for \d+/ }),
  ).toBeVisible();
  await expect(page.getByText('0 agents connected')).toBeVisible();
  for (const name of [
    'Findings',
    'Depends on this plane',
    'Related planes',
    'Conditions',
    'Details',
    'Connection test',
    'Agent CA',
    'About',
    'Relations',
  ]) {
    await expect(
      page.getByRole('heading', { name, exact: true }),
    ).toBeVisible();
  }
  await expectAccessible(page);
});

test('the page of a connected plane says so', async ({ page }) => {
  await page.goto(CONNECTED_PLANE.path);
  await expect(
    page.getByRole('heading', { name: /^Connected for \d+/ }),
  ).toBeVisible();
  await expect(
    page.getByText(/^\d+ agents? connected( \(HA\))?$/),
  ).toBeVisible();
});

test('the state is the one of now, and stays on screen while the backend is away', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(CONNECTED_PLANE.path);
  const headline = page.getByRole('heading', { name: /^Connected for/ });
  await expect(headline).toBeVisible();

  await page.route('**/api/planes/**', route => route.abort());
  await page.clock.runFor(11_000);
  await expect(page.getByRole('status')).toContainText(
    'The portal stopped answering.',
  );
  await expect(headline).toBeVisible();

  await page.unroute('**/api/planes/**');
  await page.clock.runFor(31_000);
  await expect(page.getByText('The portal stopped answering.')).toHaveCount(0);
});

test('a plane can be starred and inspected with the keyboard alone', async ({
  page,
}) => {
  await page.goto(DISCONNECTED_PLANE.path);
  const star = page.getByRole('button', { name: 'Add to favorites' });
  await star.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('button', { name: 'Remove from favorites' }),
  ).toBeFocused();

  const edit = page.getByRole('link', { name: 'Edit', exact: true });
  await expect(edit).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(edit).toBeFocused();
  for (const name of ['Reconnect agents', 'Test connection']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('menuitem', { name: 'Inspect entity' }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('dialog', { name: 'Entity Inspector' });
  await expect(inspector).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector).toHaveCount(0);
});

test('a certificate fingerprint can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(CONNECTED_PLANE.path);
  await page.getByRole('button', { name: 'Copy fingerprint' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});
