import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { tellControlPlane } from './controlPlane';

/** The portal on two control planes that begin without planes; undefined where the journeys are run on another one. */
export const REGISTRATION_PORTAL = process.env.REGISTRATION_PORTAL_URL;
const DIRECTORY = process.env.REGISTRATION_DIRECTORY ?? '';

/** A control plane of that portal, and the folder of its files. */
export type RegistrationControlPlane = 'default' | 'legacy';

/** A plane to be registered, in the words of the form. */
export interface PlaneToRegister {
  controlPlane: RegistrationControlPlane;
  /** The card of its type. */
  type: string;
  scope: 'One namespace' | 'Cluster';
  name: string;
}

/**
 * Does what a Helm command would do in a plane's cluster.
 *
 * @returns what the command that reads the agent's CA would print
 */
async function runHelm(
  controlPlane: RegistrationControlPlane,
  command: string,
): Promise<string> {
  const planeID = /clusterAgent\.planeID=(\S+)/.exec(command)?.[1];
  const chart = /helm-charts\/openchoreo-(\w+)-plane/.exec(command)?.[1];
  const folder = controlPlane === 'default' ? 'current' : controlPlane;
  const answer = await tellControlPlane(
    join(DIRECTORY, folder),
    '/sim/gateway',
    { planeType: `${chart}plane`, planeID, install: 'ca' },
  );
  return String(Object(answer).ca);
}

/** Goes on to the next step, and waits for it. */
export async function continueTo(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page).toHaveURL(new RegExp(`step=${step}`));
}

/** Chooses what the plane is and calls it by its name. */
export async function fillInIdentity(
  page: Page,
  plane: PlaneToRegister,
): Promise<void> {
  await page.goto(`${REGISTRATION_PORTAL}/planes/register`);
  await page
    .getByRole('combobox', { name: 'Control plane' })
    .selectOption(plane.controlPlane);
  await page.getByRole('radio', { name: plane.type }).check();
  await page.getByRole('radio', { name: plane.scope, exact: true }).check();
  await continueTo(page, 'identity');
  if (plane.scope === 'One namespace') {
    await page.getByRole('combobox', { name: 'Namespace' }).fill('default');
    await page.getByRole('option', { name: 'default', exact: true }).click();
  }
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill(plane.name);
  await page.getByRole('combobox', { name: 'planeID' }).fill(plane.name);
}

/** Does in the plane's cluster what the page says, and gives the page the CA that comes of it. */
export async function fillInAgent(
  page: Page,
  { controlPlane }: PlaneToRegister,
): Promise<void> {
  if (controlPlane === 'legacy') {
    await page
      .getByRole('textbox', { name: 'Gateway address' })
      .fill('wss://gateway.example.com/ws');
  }
  const helm = page
    .locator('code')
    .filter({ hasText: 'helm upgrade --install' });
  await expect(helm).toContainText('wss://gateway.example.com/ws');
  const ca = await runHelm(controlPlane, await helm.innerText());
  await page.getByRole('textbox', { name: /PEM/ }).fill(ca);
  await expect(
    page.getByText('A CA certificate', { exact: true }).first(),
  ).toBeVisible();
}

/** Gives the plane what it works with. */
export async function fillInLinks(
  page: Page,
  { type }: PlaneToRegister,
): Promise<void> {
  if (type === 'Observability plane') {
    await page
      .getByRole('textbox', { name: 'Observer URL' })
      .fill('https://observer.example.com');
  } else {
    await page.getByRole('combobox', { name: 'Secret store' }).fill('default');
    await page.keyboard.press('Tab');
  }
}
