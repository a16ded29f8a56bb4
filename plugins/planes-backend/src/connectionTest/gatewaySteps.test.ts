import type { ConnectionTestStepName } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailureReason } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  adviceOf,
  contextOf,
  manifest,
  NOW,
  stepOf,
  troubleIn,
} from './__testUtils__/planes';
import { inline, makeCA, StepBench } from './__testUtils__/StepBench';
import { runSteps } from './runSteps';

const DAY_MS = 24 * 60 * 60_000;

let bench: StepBench;
let agentCA: string;

beforeAll(async () => {
  agentCA = await makeCA([-10, 400]);
});

beforeEach(() => {
  bench = new StepBench();
});

describe('the steps through the gateway', () => {
  it('are skipped without a gateway, and say what to configure', async () => {
    bench = new StepBench([]);
    const { steps, cluster } = await bench.run(
      manifest('DataPlane', 'eu', inline(agentCA)),
    );
    expect(troubleIn(steps)).toBe(
      'gateway skipped, agent skipped, authorisation skipped, round-trip skipped, plane-type skipped',
    );
    const step = stepOf(steps, 'gateway');
    expect(step.evidence).toContain(
      "No cluster gateway is configured for control plane 'default'",
    );
    expect(step.remedy?.field).toBe('openchoreo.controlPlanes[].gateway.url');
    expect(cluster).toBeUndefined();
  });

  it.each<[string, TestManifest['kind'], object, RegExp]>([
    [
      'is reached with credentials',
      'BuildPlane',
      { kubernetesCluster: { name: 'c', credentials: {} } },
      /credentials in its resource/,
    ],
    [
      'has a planeID that must not go into a URL',
      'DataPlane',
      { planeID: '../other' },
      /nothing is sent/,
    ],
  ])('are not tried where the plane %s', async (_, kind, spec, reason) => {
    const { steps } = await bench.run(manifest(kind, 'eu', spec));
    for (const name of [
      'gateway',
      'agent',
      'authorisation',
      'round-trip',
      'plane-type',
    ] as const) {
      expect(stepOf(steps, name)).toMatchObject({
        status: 'skipped',
        evidence: expect.stringMatching(reason),
      });
    }
    expect(bench.gateways.gateway().requests).toEqual([]);
  });

  it.each([
    ['warning', 13],
    ['passed', 14],
  ])(
    'give %s for a client certificate of the portal that is valid for %d more days',
    async (status, days) => {
      bench.gateways.gateway().tls = {
        protocol: 'TLSv1.3',
        clientCertificateExpires: new Date(
          NOW.getTime() + days * DAY_MS,
        ).toISOString(),
      };
      const { steps } = await bench.run(
        manifest('DataPlane', 'eu', inline(agentCA)),
      );
      const step = stepOf(steps, 'gateway');
      expect(step.status).toBe(status);
      expect(adviceOf(step).includes('gateway.certFile')).toBe(
        status === 'warning',
      );
    },
  );

  it('warn where only some of the agents are authorised', async () => {
    const gateway = bench.gateways.gateway();
    gateway.getResource = async address => ({
      ok: true,
      value: { ...address, connected: true, connectedAgents: 1 },
      durationMs: 1,
    });
    gateway.getPlane = async address => ({
      ok: true,
      value: { ...address, connected: true, connectedAgents: 2 },
      durationMs: 1,
    });
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', inline(agentCA)),
    );
    expect(stepOf(steps, 'authorisation')).toMatchObject({
      status: 'warning',
      evidence: expect.stringMatching(
        /^Only 1 of 2 connected agents.*SHA-256 ([0-9A-F]{2}:){31}/,
      ),
    });
  });

  it('patch the Secret where the plane takes its agent CA from one', async () => {
    bench.gateways.gateway().onAuthorise(() => false);
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', {
        clusterAgent: {
          clientCA: { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
        },
      }),
    );
    expect(adviceOf(stepOf(steps, 'authorisation'))).toContain(
      `kubectl -n acme patch secret agent-ca --type merge -p '{"data":{"ca.crt":"'"$(cat agent-ca.crt | base64 | tr -d '\\n')"'"}}'`,
    );
  });

  it.each<[GatewayFailureReason, string]>([
    ['timeout', 'openchoreo.controlPlanes[].gateway.timeout'],
    ['no-agent', 'clusterAgent.planeID'],
    ['not-authorised', 'spec.clusterAgent.clientCA'],
    ['tunnel-broken', 'dials in again'],
    ['target-unknown', 'which program connects'],
    ['forbidden', 'kubectl auth can-i --list'],
    ['kubernetes-error', '/readyz'],
    ['refused', 'gateway.url'],
    ['unexpected-answer', 'port 8444'],
    ['streaming-not-supported', 'gateway.url'],
    ['invalid-address', 'spec.planeID'],
  ])('explain the failure %s', async (reason, advice) => {
    bench.gateways.gateway().onGet(() => ({
      ok: false,
      failure: { reason, message: 'It did not work' },
    }));
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', inline(agentCA)),
    );
    const step = stepOf(steps, 'round-trip');
    expect(step).toMatchObject({
      status: 'failed',
      evidence: 'It did not work.',
    });
    expect(adviceOf(step)).toContain(advice);
  });

  it('tell when only some of the round trips succeed', async () => {
    let requests = 0;
    bench.gateways.gateway().onGet(() => {
      requests += 1;
      return requests === 1
        ? { ok: true, value: { gitVersion: 'v1.34.4' } }
        : {
            ok: false,
            failure: { reason: 'tunnel-timeout', message: 'No answer.' },
          };
    });
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', inline(agentCA)),
    );
    expect(stepOf(steps, 'round-trip').evidence).toBe(
      'Request 2 of 3 failed, after others succeeded. No answer.',
    );
    expect(requests).toBe(2);
  });

  it('do not take any answer for that of a Kubernetes API', async () => {
    bench.gateways
      .gateway()
      .onGet(() => ({ ok: true, value: { hello: 'world' } }));
    const { steps, cluster } = await bench.run(
      manifest('DataPlane', 'eu', inline(agentCA)),
    );
    expect(stepOf(steps, 'round-trip').status).toBe('failed');
    expect(cluster).toBeUndefined();
  });
});

describe('the secret store', () => {
  const subject = (name: string) =>
    manifest('DataPlane', 'eu', {
      ...inline(agentCA),
      secretStoreRef: { name },
    });

  function answerStores(
    answer: (version: string) => { kubernetesReason?: string } | object[],
  ) {
    bench.gateways.gateway().onGet((_, { path }) => {
      if (path[1] !== 'external-secrets.io') {
        return { ok: true, value: { gitVersion: 'v1.34.4' } };
      }
      const found = answer(path[2]);
      return Array.isArray(found)
        ? { ok: true, value: { status: { conditions: found } } }
        : {
            ok: false,
            failure: { reason: 'not-found', message: 'Not found.', ...found },
          };
    });
  }

  it.each<[string, Parameters<typeof answerStores>[0], string, RegExp]>([
    [
      'is found by the older API version',
      version => (version === 'v1' ? {} : [{ type: 'Ready', status: 'True' }]),
      'passed',
      /is ready/,
    ],
    [
      'needs External Secrets',
      () => ({}),
      'failed',
      /External Secrets is not installed/,
    ],
    [
      'does not exist',
      () => ({ kubernetesReason: 'NotFound' }),
      'failed',
      /has no ClusterSecretStore of that name/,
    ],
    ['is not looked after', () => [], 'warning', /has not reported/],
    [
      'is refused by its provider',
      () => [{ type: 'Ready', status: 'False', message: 'permission denied' }],
      'failed',
      /not ready: permission denied\.$/,
    ],
  ])('that %s', async (_, answer, status, evidence) => {
    answerStores(answer);
    const { steps } = await bench.run(subject('vault'));
    expect(stepOf(steps, 'plane-type')).toMatchObject({
      status,
      evidence: expect.stringMatching(evidence),
    });
  });

  it.each(['..', 'a/b', '../../nodes', ''])(
    'of the impossible name %j is not asked for',
    async name => {
      await bench.run(subject(name));
      const paths = bench.gateways
        .gateway()
        .requests.flatMap(request =>
          request.type === 'get' ? [request.request.path.join('/')] : [],
        );
      expect(paths).toEqual([
        'version',
        'version',
        'version',
        'api/v1/namespaces/kube-system',
      ]);
    },
  );
});

it('announces each step before it begins, and skipped ones not at all', async () => {
  const events: string[] = [];
  bench.gateways.gateway().planes = [];
  bench.inventory.listAll([manifest('DataPlane', 'eu', inline(agentCA))]);
  const [plane] = bench.inventory.snapshot().planes;
  const { steps } = await runSteps(
    contextOf(plane, bench.inventory, bench.gateways),
    event => {
      if (event.type === 'step-started') {
        events.push(`${event.name} begins`);
      }
      if (event.type === 'step') {
        events.push(`${event.step.name} ${event.step.status}`);
      }
    },
  );
  const names: ConnectionTestStepName[] = steps.map(({ name }) => name);
  expect(names).toEqual([
    'resource',
    'agent-ca',
    'gateway',
    'agent',
    'authorisation',
    'round-trip',
    'plane-type',
    'observability-plane',
  ]);
  expect(events).toEqual([
    'resource begins',
    'resource passed',
    'agent-ca begins',
    'agent-ca passed',
    'gateway begins',
    'gateway passed',
    'agent begins',
    'agent failed',
    'authorisation skipped',
    'round-trip skipped',
    'plane-type skipped',
    'observability-plane begins',
    'observability-plane passed',
  ]);
});
