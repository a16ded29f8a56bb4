import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { test } from './support/portal';
import {
  continueTo,
  fillInAgent,
  fillInIdentity,
  fillInLinks,
  type PlaneToRegister,
  REGISTRATION_PORTAL,
} from './support/registration';

test.skip(!REGISTRATION_PORTAL, 'needs the portal on empty control planes');

const PRIVATE_KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'c2VjcmV0',
  '-----END PRIVATE KEY-----',
].join('\n');

const plane = (name: string): PlaneToRegister => ({
  controlPlane: 'default',
  type: 'Data plane',
  scope: 'Cluster',
  name,
});

function stored(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every step is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${REGISTRATION_PORTAL}/planes/register`);
    await expect(page.getByText('What is the plane for?')).toBeVisible();
    await expectAccessible(page);
    await fillInIdentity(page, plane(`axe-${colorScheme}`));
    await expectAccessible(page);
    await continueTo(page, 'agent');
    await expectAccessible(page);
    await fillInAgent(page, plane(`axe-${colorScheme}`));
    await continueTo(page, 'links');
    await expectAccessible(page);
    await continueTo(page, 'review');
    await expect(page.getByText(/API server would accept it/)).toBeVisible();
    await expectAccessible(page);
  });
}

test('what is wrong is said at its field, and keeps one from going on', async ({
  page,
}) => {
  await fillInIdentity(page, { ...plane('Edge/02'), name: 'Edge/02' });
  await page.getByRole('button', { name: /^Continue/ }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/step=identity/);
  await expect(page.getByText(/lower-case letters/).first()).toBeVisible();
  await expectAccessible(page);
});

test('a private key never leaves the browser', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', request => sent.push(request.postData() ?? ''));
  await fillInIdentity(page, plane('keyless'));
  await continueTo(page, 'agent');
  await page.getByRole('textbox', { name: /PEM/ }).fill(PRIVATE_KEY);
  await expect(page.getByText(/private key/i).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /PEM/ })).toHaveValue('');
  expect(await stored(page)).not.toContain('PRIVATE KEY');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /PEM/ })).toHaveValue('');
  expect(sent.join()).not.toContain('c2VjcmV0');
});

test('a draft survives a reload, asks before it is left, and is discarded', async ({
  page,
}) => {
  await fillInIdentity(page, plane('draft'));
  await page.reload();
  await expect(page.getByText(/^Draft from/)).toBeVisible();
  await expect(
    page.getByRole('textbox', { name: 'Name', exact: true }),
  ).toHaveValue('draft');
  await page.getByRole('link', { name: 'Catalog' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page).toHaveURL(/step=identity/);
  await page.getByRole('link', { name: 'Catalog' }).click();
  await dialog.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page).toHaveURL(/\/catalog/);
  await page.goto(`${REGISTRATION_PORTAL}/planes/register`);
  await expect(page.getByText('What is the plane for?')).toBeVisible();
  await expect(page.getByText(/^Draft from/)).toHaveCount(0);
});

test('by the keyboard alone up to the review', async ({ page }) => {
  await page.goto(`${REGISTRATION_PORTAL}/planes/register`);
  await page.getByRole('combobox', { name: 'Control plane' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Data plane' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Cluster' })).toBeChecked();
  const goOn = async (step: string) => {
    await page.getByRole('button', { name: /^Continue/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`step=${step}`));
  };
  await goOn('identity');
  await page.keyboard.press('Tab');
  await page.keyboard.type('typed');
  for (let fields = 0; fields < 4; fields += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('typed');
  await expect(page.getByRole('combobox', { name: 'planeID' })).toHaveValue(
    'typed',
  );
  await goOn('agent');
  await fillInAgent(page, plane('typed'));
  await goOn('links');
  await goOn('review');
  await expect(page.getByText(/API server would accept it/)).toBeVisible();
});

test('a change of a plane, and of one that somebody else has changed', async ({
  page,
  context,
}) => {
  await fillInIdentity(page, plane('changed'));
  await continueTo(page, 'agent');
  await fillInAgent(page, plane('changed'));
  await continueTo(page, 'links');
  await fillInLinks(page, plane('changed'));
  await continueTo(page, 'review');
  await page.getByRole('button', { name: 'Register plane' }).click();
  await expect(page.getByRole('heading', { name: /is connected/ })).toBeVisible(
    { timeout: 30_000 },
  );
  const uid = new URL(page.url()).searchParams.get('uid');
  const edit = `${REGISTRATION_PORTAL}/planes/edit/${uid}`;
  const displayName = (of: Page) =>
    of.getByRole('textbox', { name: 'Display name' });
  const save = async (of: Page) => {
    await continueTo(of, 'agent');
    await continueTo(of, 'links');
    await continueTo(of, 'review');
    await of.getByRole('button', { name: 'Save changes' }).click();
  };

  await page.goto(`${edit}?field=displayName`);
  await expect(displayName(page)).toBeFocused();
  const other = await context.newPage();
  await other.goto(edit);
  await displayName(other).fill('Theirs');
  await save(other);
  await expect(other.getByRole('heading', { name: /Theirs/ })).toBeVisible({
    timeout: 30_000,
  });

  await displayName(page).fill('Mine');
  await continueTo(page, 'agent');
  await continueTo(page, 'links');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByText('Theirs').first()).toBeVisible();
  await expect(page.getByText('Mine').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /mine/i }).check();
  await page.getByRole('button', { name: /continue/i }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { name: /Mine/ })).toBeVisible({
    timeout: 30_000,
  });
});
