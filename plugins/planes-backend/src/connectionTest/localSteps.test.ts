import type { PlaneRef } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  adviceOf,
  contextOf,
  manifest,
  NOW,
  stepOf,
} from './__testUtils__/planes';
import { inline, makeCA, StepBench } from './__testUtils__/StepBench';
import { runSteps } from './runSteps';

let bench: StepBench;
let pem: Record<'valid' | 'expiring' | 'expired' | 'future' | 'leaf', string>;

beforeAll(async () => {
  pem = {
    valid: await makeCA([-10, 400]),
    expiring: await makeCA([-10, 10]),
    expired: await makeCA([-10, -1]),
    future: await makeCA([1, 10]),
    leaf: await makeCA([-10, 90], false),
  };
});

beforeEach(() => {
  bench = new StepBench();
});

describe('the step resource', () => {
  it.each<[string, () => TestManifest, RegExp, string[]]>([
    [
      'that the controller has not accepted',
      () => ({
        ...manifest('DataPlane', 'eu', {
          clusterAgent: {
            clientCA: { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
          },
        }),
        status: undefined,
      }),
      /^failed: OpenChoreo has not accepted the plane: Secret "agent-ca"/,
      [
        'kubectl -n openchoreo-control-plane logs deploy/controller-manager',
        'kubectl -n acme describe secret agent-ca',
        'kubectl -n openchoreo-control-plane get service cluster-gateway',
      ],
    ],
    [
      'that is being deleted',
      () =>
        manifest('DataPlane', 'eu', inline(pem.valid), {
          deletionTimestamp: '2026-11-21T11:00:00Z',
        }),
      /^warning: The plane is being deleted/,
      [
        'environments.openchoreo.dev',
        'get dataplanes.openchoreo.dev eu -n acme',
      ],
    ],
    [
      'without a planeID where it must have one',
      () =>
        manifest(
          'ClusterDataPlane',
          'eu',
          inline(pem.valid, { planeID: undefined }),
        ),
      /^warning: .*planeID/,
      [
        `kubectl patch clusterdataplanes.openchoreo.dev eu --type merge -p '{"spec":{"planeID":"eu"}}'`,
      ],
    ],
    [
      'whose latest change the controller does not take over',
      () => manifest('DataPlane', 'eu', inline(pem.valid), { generation: 4 }),
      /^warning: OpenChoreo has not taken over the latest change/,
      ['deploy/controller-manager'],
    ],
    [
      'of a Cluster kind, whose observedGeneration stays behind for ever',
      () =>
        manifest('ClusterDataPlane', 'eu', inline(pem.valid), {
          generation: 4,
        }),
      /^passed: The control plane has the resource, and OpenChoreo accepted it on 2026-11-01 08:00:00 UTC\.$/,
      [],
    ],
  ])('of a plane %s', async (_, subject, expected, advice) => {
    const { steps } = await bench.run(subject());
    const step = stepOf(steps, 'resource');
    expect(`${step.status}: ${step.evidence}`).toMatch(expected);
    for (const words of advice) {
      expect(adviceOf(step)).toContain(words);
    }
  });

  it('warns while its control plane cannot be read, and says since when', async () => {
    const subject = manifest('DataPlane', 'eu', inline(pem.valid));
    bench.inventory.listAll([subject]);
    const [plane] = bench.inventory.snapshot().planes;
    bench.inventory.setState('DataPlane', {
      state: 'stale',
      since: '2026-11-21T11:30:00Z',
      error: 'The API server refuses connections',
    });
    const { steps } = await runSteps(
      contextOf(plane, bench.inventory, bench.gateways),
      () => {},
    );
    const step = stepOf(steps, 'resource');
    expect(step.status).toBe('warning');
    expect(step.evidence).toContain('2026-11-21 11:30:00 UTC');
    expect(step.evidence).toContain('The API server refuses connections');
  });
});

describe('the step agent-ca', () => {
  const secretKeyRef = { name: 'agent-ca', key: 'ca.crt' };

  it.each<[string, TestManifest['kind'], () => object, string, string[]]>([
    ['a CA', 'DataPlane', () => inline(pem.valid), 'passed', []],
    [
      'a Secret',
      'DataPlane',
      () => ({ clusterAgent: { clientCA: { secretKeyRef } } }),
      'passed',
      [],
    ],
    [
      'nothing',
      'DataPlane',
      () => ({ clusterAgent: { clientCA: {} } }),
      'failed',
      [
        'patch dataplanes.openchoreo.dev eu -n acme',
        'secret cluster-agent-tls',
      ],
    ],
    [
      'base64',
      'DataPlane',
      () => inline(Buffer.from(pem.valid).toString('base64')),
      'failed',
      ['base64 -d', '--patch-file agent-ca-patch.yaml'],
    ],
    [
      'a private key',
      'DataPlane',
      () =>
        inline(
          '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n',
        ),
      'failed',
      ['treat the key as leaked'],
    ],
    [
      'no PEM',
      'DataPlane',
      () => inline('hello'),
      'failed',
      ['BEGIN CERTIFICATE'],
    ],
    [
      'a leaf',
      'WorkflowPlane',
      () => inline(pem.leaf),
      'warning',
      [
        'CA:TRUE',
        'kubectl -n openchoreo-workflow-plane describe certificate cluster-agent-workflowplane-tls',
      ],
    ],
    [
      'an expired CA',
      'DataPlane',
      () => inline(pem.expired),
      'failed',
      ['new certificate'],
    ],
    [
      'an expiring CA',
      'DataPlane',
      () => inline(pem.expiring),
      'warning',
      ['new certificate'],
    ],
    [
      'a CA of the future',
      'DataPlane',
      () => inline(pem.future),
      'failed',
      ['clock'],
    ],
    [
      'a Secret without a namespace',
      'ClusterDataPlane',
      () => ({ clusterAgent: { clientCA: { secretKeyRef } } }),
      'failed',
      [
        'kubectl get secrets --all-namespaces --field-selector metadata.name=agent-ca',
        'kubectl edit clusterdataplanes.openchoreo.dev eu',
      ],
    ],
    [
      'a CA and a Secret',
      'DataPlane',
      () => ({
        clusterAgent: { clientCA: { value: pem.valid, secretKeyRef } },
      }),
      'warning',
      ['{"clientCA":{"secretKeyRef":null,"secretRef":null}}'],
    ],
  ])('judges %s', async (_, kind, spec, status, advice) => {
    const { steps } = await bench.run(manifest(kind, 'eu', spec()));
    const step = stepOf(steps, 'agent-ca');
    expect(step).toMatchObject({ status });
    for (const words of advice) {
      expect(adviceOf(step)).toContain(words);
    }
    expect(JSON.stringify(steps)).not.toMatch(/c2VjcmV0|MII[A-Za-z0-9+/]{20}/);
  });
});

describe('an observability plane', () => {
  it.each<[unknown, string]>([
    ['https://observer.example.com', 'passed'],
    ['observer.example.com', 'failed'],
    [undefined, 'failed'],
    ['https://user:secret@observer.example.com', 'warning'],
  ])(
    'with the observer URL %j, tested without a gateway',
    async (observerURL, status) => {
      bench = new StepBench([]);
      const { steps } = await bench.run(
        manifest('ObservabilityPlane', 'obs', {
          ...inline(pem.valid),
          observerURL,
        }),
      );
      expect(stepOf(steps, 'plane-type').status).toBe(status);
      expect(stepOf(steps, 'observability-plane').status).toBe('skipped');
      expect(JSON.stringify(steps)).not.toContain('user:secret');
    },
  );

  const ref = { kind: 'ClusterObservabilityPlane', name: 'main' } as const;
  const observer = (name: string) =>
    manifest('ClusterObservabilityPlane', name);

  it.each<[string, TestManifest[], object | undefined, RegExp, string]>([
    [
      'is connected',
      [observer('main')],
      ref,
      /^passed: The plane reports to ClusterObservabilityPlane main\. 1 agent is connected\.$/,
      '',
    ],
    [
      'is there by default',
      [observer('default')],
      undefined,
      /^passed: .*default \(by default\)/,
      '',
    ],
    ['is not named', [], undefined, /^passed: .*there is no default/, ''],
    [
      'does not exist, though another does',
      [observer('other')],
      ref,
      /^failed: .*does not exist\.$/,
      `kubectl patch dataplanes.openchoreo.dev eu -n acme --type merge -p '{"spec":{"observabilityPlaneRef":{"kind":"ClusterObservabilityPlane","name":"other"}}}'`,
    ],
    [
      'does not exist, like any other',
      [],
      ref,
      /^failed: .*does not exist\.$/,
      `{"spec":{"observabilityPlaneRef":null}}`,
    ],
  ])('that %s', async (_, others, observabilityPlaneRef, expected, advice) => {
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', {
        ...inline(pem.valid),
        observabilityPlaneRef,
      }),
      others,
    );
    const step = stepOf(steps, 'observability-plane');
    expect(`${step.status}: ${step.evidence}`).toMatch(expected);
    expect(adviceOf(step)).toContain(advice);
  });

  it('that has just lost its agent, as the gateway knows', async () => {
    const lost: PlaneRef = { controlPlane: 'default', ...ref };
    bench.inventory.listAll([observer('main')]);
    bench.inventory.setGateway({ state: 'live', asOf: NOW.toISOString() });
    bench.inventory.setLiveness(lost, {
      asOf: NOW.toISOString(),
      connected: false,
      connectedAgents: 0,
    });
    const { steps } = await bench.run(
      manifest('DataPlane', 'eu', {
        ...inline(pem.valid),
        observabilityPlaneRef: ref,
      }),
      [observer('main')],
    );
    expect(stepOf(steps, 'observability-plane')).toMatchObject({
      status: 'warning',
      evidence: expect.stringContaining('not well'),
    });
  });
});
