import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { tellControlPlane } from './controlPlane';
import { CONNECTED_PLANE } from './portal';

// Where the scripts put the files of the embedded control plane.
export const DIRECTORY =
  process.env.CONTROL_PLANE_DIRECTORY ??
  join(__dirname, '../../../../.cache/control-plane');

/** What can be switched in the gateway of the embedded control plane. */
export type GatewaySwitch =
  | {
      planeType: string;
      planeID: string;
      behaviour?: string;
      agents?: number;
    }
  | {
      gateway: 'stop' | 'start' | 'refuse-certificates' | 'accept-certificates';
    };

/** Switches something in the gateway of the embedded control plane. */
export async function switchGateway(change: GatewaySwitch): Promise<void> {
  await tellControlPlane(DIRECTORY, '/sim/gateway', change);
}

/**
 * Waits until the portal is told by the gateway again, and the agents that it dropped are back. A gateway that refused the
 * portal is asked again half a minute later.
 */
export async function untilRecovered(page: Page): Promise<void> {
  await page.goto(`/planes?q=${CONNECTED_PLANE.planeID}`);
  await expect(
    page.getByRole('row').filter({ hasText: CONNECTED_PLANE.title }),
  ).toContainText('Connected', { timeout: 60_000 });
  await expect(page.getByText(/cluster gateway/)).toHaveCount(0, {
    timeout: 60_000,
  });
}
