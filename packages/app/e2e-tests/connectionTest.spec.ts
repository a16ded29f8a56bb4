import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import {
  type GatewaySwitch,
  switchGateway,
  untilRecovered,
} from './support/gateway';
import { CONNECTED_PLANE, test } from './support/portal';

function connectionTest(page: Page) {
  return page.getByRole('region', { name: 'Connection test' });
}

/** Opens a plane's page with its connection test running, and waits for the outcome. */
async function runTest(page: Page, path: string) {
  await page.goto(`${path}?connection-test=run`);
  const card = connectionTest(page);
  await expect(card.getByText(/finished in/)).toBeVisible({ timeout: 45_000 });
  return card;
}

/** Each failure that the demo or a switch of its gateway shows: the step that names it, and the remedy. */
const FAILURES: {
  failure: string;
  path: string;
  change?: GatewaySwitch;
  undo?: GatewaySwitch;
  outcome: RegExp;
  evidence: RegExp;
  remedy: RegExp;
}[] = [
  {
    failure: 'no agent',
    path: '/catalog/acme/resource/data-plane-eu-west-prod',
    outcome: /^Failed at step 4, Agent connected for dataplane eu-west-1/,
    evidence: /No agent is connected/,
    remedy:
      /kubectl -n openchoreo-data-plane logs deploy\/cluster-agent-dataplane/,
  },
  {
    failure: 'another CA on a shared planeID',
    path: '/catalog/vandelay/resource/workflow-plane-default',
    outcome: /^Failed at step 5, Agent authorised/,
    evidence: /not signed by the agent CA of this plane/,
    remedy: /spec\.clusterAgent\.clientCA/,
  },
  {
    failure: 'a Cluster plane that says connected and is not authorised',
    path: '/catalog/default/resource/cluster-data-plane-shared',
    outcome: /^Failed at step 5, Agent authorised/,
    evidence: /not signed by the agent CA of this plane/,
    remedy: /restart the agent/,
  },
  {
    failure: 'an agent that hangs',
    path: '/catalog/acme/resource/workflow-plane-mobile-ci',
    outcome: /^Failed at step 6, Round trip/,
    evidence: /did not answer within the 30 seconds/,
    remedy: /rollout restart/,
  },
  {
    failure: "an agent that cannot reach its cluster's API server",
    path: '/catalog/initech/resource/data-plane-edge-01',
    outcome: /^Failed at step 6, Round trip/,
    evidence: /cannot reach the API server of its cluster/,
    remedy: /network policy/,
  },
  {
    failure: 'an agent without rights',
    path: '/catalog/default/resource/cluster-data-plane-gpu',
    outcome: /^The connection works, with 1 warning/,
    evidence: /may not read namespace kube-system/,
    remedy: /ClusterRole/,
  },
  {
    failure: 'a workflow plane without Argo Workflows',
    path: '/catalog/globex/resource/workflow-plane-forecast-training',
    outcome: /^Failed at step 7, Argo Workflows/,
    evidence: /does not serve workflows\.argoproj\.io/,
    remedy: /Install Argo Workflows/,
  },
  {
    failure: 'a secret store that is missing',
    path: '/catalog/default/resource/cluster-data-plane-us-shared',
    outcome: /^Failed at step 7, Secret store/,
    evidence: /no ClusterSecretStore of that name/,
    remedy: /Create ClusterSecretStore/,
  },
  {
    failure: 'a secret store that is not ready',
    path: '/catalog/initech/resource/workflow-plane-ci',
    outcome: /^Failed at step 7/,
    evidence: /"initech-vault" is not ready/,
    remedy: /provider of ClusterSecretStore/,
  },
  {
    failure: 'a gateway that is down',
    path: CONNECTED_PLANE.path,
    change: { gateway: 'stop' },
    undo: { gateway: 'start' },
    outcome: /^Failed at step 3, Cluster gateway/,
    evidence: /answer|refuse|reach/,
    remedy: /openchoreo-control-plane/,
  },
  {
    failure: 'a gateway that refuses the certificate of the portal',
    // Not the plane of the failure before, whose report is still fresh.
    path: '/catalog/default/resource/cluster-data-plane-default',
    change: { gateway: 'refuse-certificates' },
    undo: { gateway: 'accept-certificates' },
    outcome: /^Failed at step 3, Cluster gateway/,
    evidence: /certificate/,
    remedy: /gateway\.certFile/,
  },
];

test('a healthy plane passes, and commands of a remedy can be copied', async ({
  page,
  context,
}) => {
  const healthy = await runTest(
    page,
    '/catalog/default/resource/cluster-observability-plane-default',
  );
  await expect(healthy.getByText(/^Every step/)).toBeVisible();
  await expect(healthy.getByText(/^Kubernetes v\d/).first()).toBeVisible();
  // The request is gone from the address, so that a reload does not test again.
  await expect(page).not.toHaveURL(/connection-test/);
  await expectAccessible(page);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const failed = await runTest(
    page,
    '/catalog/acme/resource/data-plane-eu-west-prod',
  );
  await expectAccessible(page);
  await failed.getByRole('button', { name: /^Copy/ }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'kubectl -n openchoreo-data-plane get pods',
  );
});

for (const { failure, path, change, undo, ...expected } of FAILURES) {
  test(`a connection test names ${failure}, and what to do`, async ({
    page,
  }) => {
    if (change) {
      test.slow();
      await switchGateway(change);
    }
    try {
      const card = await runTest(page, path);
      await expect(card.getByText(expected.outcome)).toBeVisible();
      await expect(card.getByText(expected.evidence).first()).toBeVisible();
      const [advice] = await card
        .getByRole('button', { name: /^What to do about step/ })
        .all();
      if ((await advice.getAttribute('aria-expanded')) === 'false') {
        await advice.click();
      }
      await expect(card.getByText(expected.remedy).first()).toBeVisible();
    } finally {
      if (undo) {
        await switchGateway(undo);
        await untilRecovered(page);
      }
    }
  });
}

test('who may not test is told which permission is missing', async ({
  page,
}) => {
  await page.route('**/api/permission/authorize', async route => {
    const { items } = route.request().postDataJSON();
    await route.fulfill({
      json: {
        items: items.map(
          ({
            id,
            permission,
          }: {
            id: string;
            permission: { name: string };
          }) => ({
            id,
            result: permission.name.startsWith('openchoreo.plane.connection')
              ? 'DENY'
              : 'ALLOW',
          }),
        ),
      },
    });
  });
  const requests: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST' && /connection-test/.test(request.url())) {
      requests.push(request.url());
    }
  });
  await page.goto(`${CONNECTED_PLANE.path}?connection-test=run`);
  const card = connectionTest(page);
  await expect(
    card.getByText('openchoreo.plane.connection.test'),
  ).toBeVisible();
  await expect(card.getByRole('button', { name: /^Run/ })).toBeDisabled();
  expect(requests).toEqual([]);
});
