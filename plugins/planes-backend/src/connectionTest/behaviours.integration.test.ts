import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type ClusterGateways,
  clusterGatewaysServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  TestPlaneInventory,
  type TestManifest,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  createAgentCa,
  startTestGateway,
  type TestGateway,
} from '@openchoreo-planes/control-plane-sim';
import {
  adviceOf,
  contextOf,
  expectUsable,
  manifest,
  NOW,
  stepOf,
  troubleIn,
} from './__testUtils__/planes';
import { runSteps } from './runSteps';

const DAY_MS = 24 * 60 * 60_000;
const CONTROL_PLANES = ['default', 'stranger', 'nowhere', 'certless'] as const;

describe('a connection test of a plane that is', () => {
  let gateway: TestGateway;
  let gateways: ClusterGateways;
  let agentCA: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ pem: agentCA } = await createAgentCa({
      commonName: 'agents of acme',
      notBefore: NOW.getTime() - DAY_MS,
      notAfter: NOW.getTime() + 400 * DAY_MS,
    }));
    const data = (planeID: string) =>
      ({
        planeType: 'dataplane',
        planeID,
        namespace: 'acme',
        name: planeID,
      } as const);
    const workflow = (planeID: string) =>
      ({ ...data(planeID), planeType: 'workflowplane' } as const);
    gateway = await startTestGateway({
      tunnelTimeoutMs: 20,
      planes: [
        data('healthy'),
        { ...data('ha'), agents: 3 },
        { ...data('offline'), agents: 0 },
        { ...data('healthy'), name: 'other-ca', authorised: false },
        {
          ...data('healthy'),
          namespace: undefined,
          name: 'cluster-other-ca',
          authorised: false,
        },
        { ...data('wedged'), behaviour: 'wedged' },
        { ...data('target-down'), behaviour: 'target-down' },
        { ...data('forbidden'), behaviour: 'forbidden' },
        { ...data('store-missing'), behaviour: 'secret-store-missing' },
        { ...data('store-not-ready'), behaviour: 'secret-store-not-ready' },
        workflow('ci'),
        { ...workflow('ci-forbidden'), behaviour: 'forbidden' },
        { ...workflow('ci-without-argo'), behaviour: 'argo-missing' },
      ],
    });
    ({ gateways, stop } = await openGateways(gateway));
  });

  afterAll(async () => {
    await stop();
    await gateway.stop();
  });

  async function runTest(subject: TestManifest, controlPlane = 'default') {
    const inventory = new TestPlaneInventory(CONTROL_PLANES);
    inventory.listAll([subject], controlPlane);
    const [plane] = inventory.snapshot().planes;
    gateway.clearRequests();
    const result = await runSteps(
      contextOf(plane, inventory, gateways),
      () => {},
    );
    expectUsable(result.steps);
    return result;
  }

  function subjectOf(
    kind: TestManifest['kind'],
    name: string,
    spec: object = {},
  ) {
    const clusterAgent = { clientCA: { value: agentCA } };
    return manifest(kind, name, { clusterAgent, ...spec });
  }

  it('healthy: every step passes, with the cluster behind it recognised', async () => {
    const { steps, cluster } = await runTest(
      subjectOf('DataPlane', 'healthy', {
        secretStoreRef: { name: 'default' },
      }),
    );
    expect(troubleIn(steps)).toBe('');
    expect(cluster).toEqual({
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: expect.stringMatching(/^v1\./),
      latencyMs: {
        min: expect.any(Number),
        median: expect.any(Number),
        max: expect.any(Number),
        samples: 3,
      },
    });
    expect(stepOf(steps, 'gateway').evidence).toMatch(
      /answered over TLSv1\.[23] .*client certificate is valid for/,
    );
    // Nothing but GETs of fixed paths. What the gateway knows is asked at once, in no order.
    const tunnel = '/api/proxy/dataplane/healthy/acme/healthy/k8s';
    const requests = gateway.requests();
    expect(new Set(requests.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
    expect(requests.map(({ path }) => path).sort()).toEqual(
      [
        '/api/v1/planes/status',
        '/api/v1/planes/dataplane/healthy/status',
        '/api/v1/planes/dataplane/healthy/status?namespace=acme&name=healthy',
        '/api/v1/planes/dataplane/healthy/status',
        `${tunnel}/version`,
        `${tunnel}/version`,
        `${tunnel}/version`,
        `${tunnel}/api/v1/namespaces/kube-system`,
        `${tunnel}/apis/external-secrets.io/v1/clustersecretstores/default`,
      ].sort(),
    );
  });

  it('highly available: the number of agents is told', async () => {
    const { steps } = await runTest(subjectOf('DataPlane', 'ha'));
    expect(troubleIn(steps)).toBe('');
    expect(stepOf(steps, 'agent').evidence).toContain('3 agents are connected');
  });

  it('a workflow plane with Argo Workflows', async () => {
    const { steps } = await runTest(
      subjectOf('WorkflowPlane', 'ci', { secretStoreRef: { name: 'default' } }),
    );
    expect(troubleIn(steps)).toBe('');
    expect(stepOf(steps, 'plane-type').evidence).toMatch(
      /may list its workflows.*"default" exists and is ready/,
    );
  });

  const store = { secretStoreRef: { name: 'default' } };

  it.each<{
    behaviour: string;
    kind: TestManifest['kind'];
    name: string;
    spec?: object;
    trouble: string;
    advice: readonly string[];
  }>([
    {
      behaviour: 'offline',
      kind: 'DataPlane',
      name: 'offline',
      trouble:
        'agent failed, authorisation skipped, round-trip skipped, plane-type skipped',
      advice: [
        'kubectl -n openchoreo-data-plane get pods -l app=cluster-agent',
        'kubectl -n openchoreo-data-plane logs deploy/cluster-agent-dataplane --tail=20',
        'websocket: bad handshake',
        'x509',
        'connection refused',
        'clusterAgent.planeID',
        '"offline"',
      ],
    },
    {
      behaviour: 'of another CA than the agents of its planeID',
      kind: 'DataPlane',
      name: 'other-ca',
      spec: { planeID: 'healthy' },
      trouble: 'authorisation failed, round-trip skipped, plane-type skipped',
      advice: [
        "kubectl -n openchoreo-data-plane get secret cluster-agent-tls -o jsonpath='{.data.ca\\.crt}' | base64 -d",
        'openssl x509 -noout -subject -enddate -fingerprint -sha256',
        'kubectl patch dataplanes.openchoreo.dev other-ca -n acme --type merge --patch-file agent-ca-patch.yaml',
        'spec.clusterAgent.clientCA',
      ],
    },
    {
      behaviour:
        'a connected Cluster plane that the agent is not authorised for',
      kind: 'ClusterDataPlane',
      name: 'cluster-other-ca',
      spec: { planeID: 'healthy' },
      trouble: 'authorisation failed, round-trip skipped, plane-type skipped',
      advice: [
        'kubectl patch clusterdataplanes.openchoreo.dev cluster-other-ca --type merge --patch-file agent-ca-patch.yaml',
        'only when an agent connects',
        'kubectl -n openchoreo-data-plane rollout restart deployment/cluster-agent-dataplane',
      ],
    },
    {
      behaviour: 'wedged',
      kind: 'DataPlane',
      name: 'wedged',
      trouble: 'round-trip failed, plane-type skipped',
      advice: [
        'hangs',
        'kubectl -n openchoreo-data-plane rollout restart deployment/cluster-agent-dataplane',
      ],
    },
    {
      behaviour: 'without its API server',
      kind: 'DataPlane',
      name: 'target-down',
      trouble: 'round-trip failed, plane-type skipped',
      advice: [
        'API server reachable from the agent',
        '/readyz',
        'get networkpolicies',
      ],
    },
    {
      behaviour: 'refused by RBAC',
      kind: 'DataPlane',
      name: 'forbidden',
      trouble: 'round-trip warning',
      advice: [
        'clusterAgent.rbac.create',
        'kubectl auth can-i get namespaces/kube-system --as="system:serviceaccount:openchoreo-data-plane:',
      ],
    },
    {
      behaviour: 'refused Argo Workflows by RBAC',
      kind: 'WorkflowPlane',
      name: 'ci-forbidden',
      trouble: 'round-trip warning, plane-type failed',
      advice: [
        'ClusterRole',
        'kubectl auth can-i list workflows.argoproj.io --all-namespaces --as="system:serviceaccount:openchoreo-workflow-plane:',
      ],
    },
    {
      behaviour: 'without the CRDs of Argo Workflows',
      kind: 'WorkflowPlane',
      name: 'ci-without-argo',
      trouble: 'plane-type failed',
      advice: [
        'Install Argo Workflows with its CRDs',
        'kubectl get crd workflows.argoproj.io',
      ],
    },
    {
      behaviour: 'without its secret store',
      kind: 'DataPlane',
      name: 'store-missing',
      spec: store,
      trouble: 'plane-type failed',
      advice: [
        'Create ClusterSecretStore "default"',
        'spec.secretStoreRef.name',
        'kubectl get clustersecretstores.external-secrets.io',
        'kubectl edit dataplanes.openchoreo.dev store-missing -n acme',
      ],
    },
    {
      behaviour: 'with a secret store that is not ready',
      kind: 'DataPlane',
      name: 'store-not-ready',
      spec: store,
      trouble: 'plane-type failed',
      advice: [
        'credentials',
        'kubectl describe clustersecretstores.external-secrets.io default',
      ],
    },
  ])('$behaviour', async ({ kind, name, spec, trouble, advice }) => {
    const { steps } = await runTest(subjectOf(kind, name, spec));
    expect(troubleIn(steps)).toBe(trouble);
    const [, culprit] =
      /(\S+) (?:failed|warning)(?!.*failed)/.exec(trouble) ?? [];
    const step = steps.find(candidate => candidate.name === culprit);
    for (const words of advice) {
      expect(step && adviceOf(step)).toContain(words);
    }
  });

  const TUNNEL_SKIPPED =
    'gateway failed, agent skipped, authorisation skipped, round-trip skipped, plane-type skipped';

  it.each([
    [
      'behind a gateway that is down',
      'nowhere',
      'refuses connections',
      [
        'kubectl -n openchoreo-control-plane get service cluster-gateway',
        '8443',
        '8444',
        'gateway.url',
      ],
    ],
    [
      'behind a gateway that refuses the certificate of the portal',
      'stranger',
      "This is the portal's configuration, not the planes'",
      [
        'gateway.caFile',
        'gateway.certFile',
        'gateway.keyFile',
        'cluster-gateway-internal-ca-issuer',
      ],
    ],
    [
      'behind a gateway, and the certificate of the portal is missing',
      'certless',
      "'openchoreo.controlPlanes[].gateway.certFile' cannot be read",
      ['gateway.certFile', 'cert-manager.io/v1'],
    ],
  ])('%s', async (_, controlPlane, evidence, advice) => {
    const { steps } = await runTest(
      subjectOf('DataPlane', 'healthy'),
      controlPlane,
    );
    expect(troubleIn(steps)).toBe(TUNNEL_SKIPPED);
    const step = stepOf(steps, 'gateway');
    expect(step.evidence).toContain(evidence);
    for (const words of advice) {
      expect(adviceOf(step)).toContain(words);
    }
    expect(stepOf(steps, 'plane-type').evidence).toBe(
      `Not tried, because step "Cluster gateway of control plane ${controlPlane}" did not pass.`,
    );
    expect(gateway.requests()).toEqual([]);
  });

  it('wedged, and the portal gives up before the gateway does', async () => {
    const inventory = new TestPlaneInventory(CONTROL_PLANES);
    inventory.listAll([subjectOf('DataPlane', 'wedged')]);
    const [plane] = inventory.snapshot().planes;
    const controller = new AbortController();
    const { steps } = await runSteps(
      contextOf(plane, inventory, gateways, controller.signal),
      event => {
        if (event.type === 'step-started' && event.name === 'round-trip') {
          controller.abort(new DOMException('Time is up', 'TimeoutError'));
        }
      },
    );
    expect(troubleIn(steps)).toBe('round-trip failed, plane-type skipped');
    expect(stepOf(steps, 'round-trip').evidence).toContain(
      'openchoreo.planes.connectionTest.timeout',
    );
  });
});

/** The real clients of gateways: one that is well, and three that cannot reach it. */
async function openGateways(gateway: TestGateway) {
  const { url, caFile, certFile, keyFile, strangerCertFile, strangerKeyFile } =
    gateway;
  const controlPlanes = [
    { name: 'default', gateway: { url, caFile, certFile, keyFile } },
    {
      name: 'stranger',
      gateway: {
        url,
        caFile,
        certFile: strangerCertFile,
        keyFile: strangerKeyFile,
      },
    },
    {
      name: 'nowhere',
      gateway: { url: 'https://127.0.0.1:1', caFile, certFile, keyFile },
    },
    {
      name: 'certless',
      gateway: { url, caFile, certFile: `${certFile}.gone`, keyFile },
    },
  ];
  let gateways: ClusterGateways | undefined;
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          openchoreo: {
            controlPlanes: controlPlanes.map(entry => ({
              inCluster: true,
              ...entry,
            })),
          },
        },
      }),
      createBackendPlugin({
        pluginId: 'holder',
        register(env) {
          env.registerInit({
            deps: { found: clusterGatewaysServiceRef },
            async init({ found }) {
              gateways = found;
            },
          });
        },
      }),
    ],
  });
  if (!gateways) {
    throw new Error('The backend did not start');
  }
  return { gateways, stop: () => backend.stop() };
}
