import { expect } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { switchGateway, untilRecovered } from './support/gateway';
import { test } from './support/portal';

/** A healthy plane of the platform team, which the guest belongs to, whose agents nobody shares. */
const PLANE = {
  title: 'Sandbox',
  planeType: 'dataplane',
  planeID: 'sandbox',
  path: '/catalog/default/resource/data-plane-default',
};

const LIVE_MS = 5_000;

test('a disconnect shows on an open page in seconds, is in the history, and notifies once', async ({
  page,
}) => {
  const { planeType, planeID } = PLANE;
  const losses = page.getByRole('row').filter({ hasText: 'Disconnected' });
  await page.goto(`${PLANE.path}/history`);
  await expect(page.getByText('Uptime, 24 h')).toBeVisible();
  const lossesBefore = await losses.count();

  await page.goto(`/planes?q=${planeID}`);
  const connected = page.getByText('Connected', { exact: true });
  await expect(connected.first()).toBeVisible();
  try {
    await switchGateway({ planeType, planeID, agents: 0 });
    await expect(page.getByText(/^Disconnected for/).first()).toBeVisible({
      timeout: LIVE_MS,
    });

    await page.goto(`${PLANE.path}/history`);
    await expect(losses).toHaveCount(lossesBefore + 1);
    await expectAccessible(page);

    const notification = page.getByRole('link', {
      name: `${PLANE.title} has lost its agent`,
    });
    await expect(async () => {
      await page.goto('/notifications');
      await page.getByPlaceholder('Filter').fill(PLANE.title);
      await expect(notification.first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 40_000 });
    await expect(notification).toHaveCount(1);
  } finally {
    await switchGateway({ planeType, planeID, agents: 1 });
  }
  await page.goto(`${PLANE.path}/history`);
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /^Connected/ })
      .first(),
  ).toBeVisible();
});

test('while the gateway is away, states are those of the resources, and the page says so', async ({
  page,
}) => {
  test.slow();
  await page.goto('/planes');
  await expect(page.getByText(/\d+ planes on 1 control plane/)).toBeVisible();
  try {
    await switchGateway({ gateway: 'stop' });
    await expect(
      page.getByText(/gateway.*(cannot be reached|does not answer)/i).first(),
    ).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText(/\d+ planes on 1 control plane/)).toBeVisible();
    await expectAccessible(page);
  } finally {
    await switchGateway({ gateway: 'start' });
    await untilRecovered(page);
  }
});
