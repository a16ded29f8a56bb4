import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { test } from './support/portal';
import {
  continueTo,
  fillInIdentity,
  type PlaneToRegister,
  REGISTRATION_PORTAL,
  runHelm,
} from './support/registration';

test.skip(!REGISTRATION_PORTAL, 'needs the portal on empty control planes');

const TYPES = {
  default: ['Observability plane', 'Data plane', 'Workflow plane'],
  legacy: ['Observability plane', 'Data plane', 'Build plane'],
} as const;

/** Every kind of both generations, observability planes first: the others report to them. */
const PLANES: PlaneToRegister[] = (['default', 'legacy'] as const).flatMap(
  controlPlane =>
    TYPES[controlPlane].flatMap(type => [
      { controlPlane, type, scope: 'Cluster' as const, name: 'default' },
      { controlPlane, type, scope: 'One namespace' as const, name: 'edge-02' },
    ]),
);

/** The text of the command with this purpose. */
function command(page: Page, text: RegExp) {
  return page.locator('code').filter({ hasText: text }).first();
}

async function installAgent(page: Page, plane: PlaneToRegister) {
  if (plane.controlPlane === 'legacy') {
    await page
      .getByRole('textbox', { name: /address/i })
      .fill('wss://gateway.example.com/ws');
  }
  const helm = await command(page, /helm upgrade --install/).innerText();
  expect(helm).toContain('gateway.example.com/ws');
  const ca = await runHelm(plane.controlPlane, helm);
  await page.getByRole('textbox', { name: /PEM/ }).fill(ca);
  await expect(page.getByText('A CA certificate').first()).toBeVisible();
}

async function fillInLinks(page: Page, { type }: PlaneToRegister) {
  if (type === 'Observability plane') {
    await page
      .getByRole('textbox', { name: 'Observer URL' })
      .fill('https://observer.example.com');
  } else {
    await page.getByRole('combobox', { name: 'Secret store' }).fill('default');
  }
}

for (const plane of PLANES) {
  const { controlPlane, type, scope, name } = plane;
  test(`registers a ${type.toLowerCase()} for ${scope.toLowerCase()} on ${controlPlane}, up to a passed test`, async ({
    page,
  }) => {
    await fillInIdentity(page, plane);
    await continueTo(page, 'agent');
    await installAgent(page, plane);
    await continueTo(page, 'links');
    await fillInLinks(page, plane);
    await continueTo(page, 'review');
    await expect(page.getByText(/The API server accept/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Register plane' }).click();
    await expect(page).toHaveURL(/step=connect&uid=/);
    await expect(
      page.getByRole('heading', { name: /connected and passed/ }),
    ).toBeVisible({ timeout: 30_000 });
    expect(page.url()).not.toMatch(/BEGIN|PEM/);
    await page.getByRole('link', { name: 'Open the plane' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: new RegExp(name) }),
    ).toBeVisible();
    await expect(page.getByText('Connected').first()).toBeVisible();
  });
}
