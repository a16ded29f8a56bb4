import { expect } from '@playwright/test';
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

const TYPES = {
  default: ['Observability plane', 'Data plane', 'Workflow plane'],
  legacy: ['Observability plane', 'Data plane', 'Build plane'],
} as const;

/** Every kind of both generations, observability planes first: the others report to them. */
const PLANES: PlaneToRegister[] = (['default', 'legacy'] as const).flatMap(
  controlPlane =>
    TYPES[controlPlane].flatMap((type): PlaneToRegister[] => [
      { controlPlane, type, scope: 'Cluster', name: 'default' },
      { controlPlane, type, scope: 'One namespace', name: 'edge-02' },
    ]),
);

test.describe.configure({ mode: 'serial' });

for (const plane of PLANES) {
  const { controlPlane, type, scope, name } = plane;
  const what = `${type} (${scope})`.toLowerCase();
  test(`from nothing to a tested ${what} on control plane ${controlPlane}`, async ({
    page,
  }) => {
    await fillInIdentity(page, plane);
    await continueTo(page, 'agent');
    await fillInAgent(page, plane);
    await continueTo(page, 'links');
    await fillInLinks(page, plane);
    await continueTo(page, 'review');
    await expect(
      page.getByText('The API server would accept it.').first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Register plane' }).click();
    await expect(page).toHaveURL(/step=connect&uid=/);
    await expect(
      page.getByRole('heading', { name: /is connected and passed all tests/ }),
    ).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Open the plane' }).click();
    await expect(
      page.getByRole('heading', { name: new RegExp(`${type} ${name}`, 'i') }),
    ).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Connected').first()).toBeVisible();
  });
}
