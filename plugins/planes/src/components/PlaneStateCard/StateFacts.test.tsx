import {
  CertificateFacts,
  GatewayStatus,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  connectionTestReportFixture,
  FakePlanesApi,
  planeFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { PlaneStateCard } from './PlaneStateCard';

const { uid } = planeFixture();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function inFuture(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

function ago(minutes: number): string {
  return inFuture(-minutes * MINUTE_MS);
}

const CERTIFICATE: CertificateFacts = {
  subject: 'CN=agent',
  issuer: 'CN=agent',
  fingerprint: 'AB:CD',
  notBefore: ago(60),
  notAfter: inFuture(83 * DAY_MS + MINUTE_MS),
  isCA: false,
  selfSigned: true,
};

async function renderCard(
  overrides: Parameters<typeof planeViewFixture>[0] = {},
  prepare: (api: FakePlanesApi) => void = () => undefined,
) {
  const api = new FakePlanesApi(planeViewFixture(overrides));
  prepare(api);
  await renderOnEntityPage(<PlaneStateCard />, { api });
  await screen.findByText('Agents');
}

async function facts(
  ...args: Parameters<typeof renderCard>
): Promise<Record<string, string | null | undefined>> {
  await renderCard(...args);
  return Object.fromEntries(
    screen
      .getAllByRole('term')
      .map(term => [term.textContent, term.nextElementSibling?.textContent]),
  );
}

function gateway(overrides: Partial<GatewayStatus>): GatewayStatus {
  return { ...planeViewFixture().gateway, ...overrides };
}

describe('the facts of the state card', () => {
  it('are those of the gateway where it tells', async () => {
    await expect(
      facts({
        state: { state: 'connected', reason: 'Two.', source: 'gateway' },
        liveness: {
          asOf: ago(0),
          connected: true,
          connectedAgents: 2,
          lastSeen: ago(0),
        },
        plane: {
          agentConnection: {
            connected: true,
            connectedAgents: 1,
            lastHeartbeatTime: ago(1),
          },
        },
      }),
    ).resolves.toMatchObject({
      Agents: '2 agents connected (HA)',
      'Last heartbeat': 'just now',
      Source: 'Cluster gateway, just now',
    });
  });

  it('keep the last heartbeat of the resource once the gateway has forgotten the agent', async () => {
    await expect(
      facts({
        liveness: { asOf: ago(0), connected: false, connectedAgents: 0 },
        plane: {
          agentConnection: {
            connected: true,
            connectedAgents: 1,
            lastHeartbeatTime: ago(14),
          },
        },
      }),
    ).resolves.toMatchObject({
      Agents: '0 agents connected',
      'Last heartbeat': '14 min ago',
    });
  });

  it('do not count an agent for a plane that it is not authorised for', async () => {
    await expect(
      facts({
        state: { state: 'not-authorised', reason: 'CA.', source: 'gateway' },
        liveness: {
          asOf: ago(0),
          connected: true,
          connectedAgents: 1,
          authorised: false,
        },
      }),
    ).resolves.toMatchObject({
      Agents: '1 agent connected, not authorised for this plane',
    });
  });

  it.each<[Partial<GatewayStatus>, string]>([
    [{ state: 'not-configured' }, '; no gateway is configured'],
    [{ state: 'pending' }, '; the gateway has not answered yet'],
    [
      { state: 'unreachable', since: ago(14) },
      '; the gateway is unreachable since 14 min ago',
    ],
    [{ state: 'refused' }, '; the gateway and the portal refuse each other'],
    [{ state: 'live' }, ''],
  ])('say why the gateway was not asked: %j', async (overrides, why) => {
    await expect(facts({ gateway: gateway(overrides) })).resolves.toMatchObject(
      {
        Source: `Plane resource, read just now${why}`,
      },
    );
  });

  it('tell what a connection test found out about the cluster', async () => {
    const before = await facts();
    expect(before.Kubernetes).toBe('Known after a connection test');
  });

  it('tell the Kubernetes version of the last connection test', async () => {
    await renderCard({}, api => {
      const latencyMs = { min: 1, median: 1, max: 1, samples: 1 };
      const report = connectionTestReportFixture({
        cluster: { version: 'v1.34.4', latencyMs },
      });
      api.connectionTests.set(uid, { report, running: false });
    });
    expect(await screen.findByText('v1.34.4')).toBeVisible();
  });

  it.each<[Plane['agentCA'], string]>([
    [
      { source: 'inline', certificates: [CERTIFICATE] },
      'Leaf, expires in 83 days',
    ],
    [
      { source: 'inline', certificates: [{ ...CERTIFICATE, isCA: true }] },
      'CA, expires in 83 days',
    ],
    [
      { source: 'inline', certificates: [], problem: 'private-key' },
      'Unusable',
    ],
    [
      { source: 'secret', secretKeyRef: { name: 'ca', key: 'ca.crt' } },
      'In a secret',
    ],
    [{ source: 'none' }, 'None'],
  ])('say in short what the agent CA is: %#', async (agentCA, text) => {
    const shown = await facts({ plane: { agentCA } });
    expect(shown['Agent CA']).toBe(text);
  });

  it('name what the plane refers to', async () => {
    await expect(
      facts({
        observabilityPlane: {
          status: 'default',
          ref: {
            controlPlane: 'default',
            kind: 'ClusterObservabilityPlane',
            name: 'default',
          },
          entityRef: 'resource:default/cluster-observability-plane-default',
          title: 'Central observability',
        },
        plane: { secretStore: 'vault' },
      }),
    ).resolves.toMatchObject({
      'Secret store': 'vault',
      'Observed by': 'Central observability, by default',
    });
    expect(
      screen.getByRole('link', { name: 'Central observability' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/cluster-observability-plane-default',
    );
  });

  it('say what is wrong with a reference to an observability plane', async () => {
    const message = "ObservabilityPlane 'x' does not exist in namespace 'acme'";
    await expect(
      facts({
        observabilityPlane: {
          status: 'dangling',
          wanted: { kind: 'ObservabilityPlane', name: 'x' },
          message,
        },
      }),
    ).resolves.toMatchObject({ 'Observed by': message });
  });
});

describe('the state card', () => {
  it.each<[Partial<GatewayStatus>, string[]]>([
    [
      { state: 'unreachable', since: ago(14), error: 'connect ECONNREFUSED.' },
      [
        'The cluster gateway of the control plane default has not answered since 14 min ago.',
        'connect ECONNREFUSED. See whether the gateway runs',
        'openchoreo.controlPlanes[].gateway.url',
      ],
    ],
    [
      { state: 'refused', since: ago(14), error: 'certificate required' },
      [
        "do not accept each other's certificates since 14 min ago.",
        "certificate required. Until it is mended, the state is that of the plane's resource",
      ],
    ],
  ])('says what to do about a gateway: %j', async (overrides, texts) => {
    await renderCard({ gateway: gateway(overrides) });
    const notice = screen.getByRole('status');
    texts.forEach(text => expect(notice).toHaveTextContent(text));
  });

  it('says what a plane in trouble hits', async () => {
    await renderCard(
      { state: { state: 'disconnected', reason: 'Lost.', source: 'gateway' } },
      api =>
        api.dependents.set(uid, {
          items: [],
          counts: { environments: 3, workflows: 1 },
          problems: [],
          asOf: ago(0),
        }),
    );
    expect(
      await screen.findByText(
        'Lost. 3 environments and 1 workflow depend on this plane.',
      ),
    ).toBeVisible();
  });

  it('says it in the singular, too', async () => {
    await renderCard(
      { state: { state: 'stale', reason: 'Silent.', source: 'resource' } },
      api =>
        api.dependents.set(uid, {
          items: [],
          counts: { environments: 1, workflows: 0 },
          problems: [],
          asOf: ago(0),
        }),
    );
    expect(
      await screen.findByText('Silent. 1 environment depends on this plane.'),
    ).toBeVisible();
  });

  it('shows how the plane has been', async () => {
    await renderCard({}, api =>
      api.histories.set(uid, {
        uptime: 0.9971,
        losses: 2,
        flaps: 1,
        flapping: true,
      }),
    );
    expect(
      await screen.findByRole('img', {
        name: '99.71 % in 30 days, 2 losses, 1 flap',
      }),
    ).toBeVisible();
    expect(
      screen.getByText('uptime 99.71 % · 2 losses · 1 flap'),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(/^Flapping/);
  });

  it('has no strip where nothing is recorded', async () => {
    await renderCard({}, api =>
      api.histories.set(uid, { recordedSince: undefined }),
    );
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
