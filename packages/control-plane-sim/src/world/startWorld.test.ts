import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCondition } from '../controllers/reconcile/conditions';
import { eventually } from '../controllers/testUtils/eventually';
import { tasksOfNodes } from '../controllers/workflowRuns/runTasks';
import {
  readWorkflowRun,
  WorkflowRunResource,
  WorkflowTask,
} from '../controllers/workflowRuns/workflowRunResource';
import { askGateway } from '../testUtils/gatewayClient';
import { send } from '../testUtils/httpClient';
import { agentPool } from './agentCas';
import { DEMO_PLANES } from './demo/demoWorld';
import { DEMO_RUNS } from './demo/runs/demoRuns';
import { createAgentCa } from './certificates';
import { DAY } from './durations';
import { RunningWorld, startWorld } from './startWorld';

const NAMESPACE = '/api/v1/namespaces/kube-system';
const ARGO = '/apis/argoproj.io/v1alpha1/workflows';
const STORES = '/apis/external-secrets.io/v1/clustersecretstores';
const PODS = '/api/v1/pods?labelSelector=app%3Dcluster-agent';

jest.setTimeout(60_000);

describe('the demo behind the cluster gateway', () => {
  let directory: string;
  let world: RunningWorld;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-gateway-'));
    world = await startWorld({ directory, world: 'demo', tunnelTimeoutMs: 50 });
  });

  afterAll(async () => {
    await world?.stop();
    await rm(directory, { recursive: true });
  });

  function target() {
    const { url, files } = world.gatewayServer;
    return { url, ...files };
  }

  /** Asks a plane's cluster; the plane is `type/planeID/namespace/name`. */
  const tunnel = (plane: string, path: string) =>
    askGateway(target(), { path: `/api/proxy/${plane}/k8s${path}` });

  async function json(plane: string, path: string) {
    const { status, text } = await tunnel(plane, path);
    expect(status).toBe(200);
    return JSON.parse(text);
  }

  async function pools(): Promise<Record<string, number>> {
    const { text } = await askGateway(target(), {
      path: '/api/v1/planes/status',
    });
    const { planes } = JSON.parse(text) as {
      planes: {
        planeType: string;
        planeID: string;
        connectedAgents: number;
      }[];
    };
    return Object.fromEntries(
      planes.map(({ planeType, planeID, connectedAgents }) => [
        `${planeType}/${planeID}`,
        connectedAgents,
      ]),
    );
  }

  it('has agents for the planes that are connected, and for one whose status is frozen', async () => {
    const connected = await pools();
    expect(connected).toMatchObject({
      'dataplane/default': 2,
      'dataplane/eu-central-1': 3,
      'dataplane/rotterdam': 2,
      'workflowplane/builds': 1,
    });
    const meantToBe = DEMO_PLANES.filter(
      ({ life }) => life.state === 'connected',
    ).map(agentPool);
    expect(Object.keys(connected)).toEqual(expect.arrayContaining(meantToBe));
    for (const gone of [
      'dataplane/eu-west-1',
      'dataplane/acme-pci',
      'workflowplane/initech-windows',
      'buildplane/acme-ci',
      'observabilityplane/audit-archive',
    ]) {
      expect(Object.keys(connected)).not.toContain(gone);
    }
    await json('workflowplane/builds/acme/builds', '/version');
  });

  it.each([
    [
      'wedged',
      'workflowplane/acme-mobile/acme/mobile-ci',
      '/version',
      502,
      'proxy request failed: HTTP tunnel request timeout\n',
    ],
    [
      'without an API server',
      'dataplane/edge-01/initech/edge-01',
      '/version',
      502,
      '',
    ],
    [
      'of another CA, Cluster kind',
      'dataplane/default/_cluster/shared',
      '/version',
      403,
      'Forbidden: Agent not authorized for CR /shared\n',
    ],
    [
      'of another CA, namespaced',
      'workflowplane/vandelay-customs/vandelay/default',
      '/version',
      403,
      'Forbidden: Agent not authorized for CR vandelay/default\n',
    ],
    [
      'gone',
      'dataplane/eu-west-1/acme/eu-west-prod',
      '/version',
      502,
      'proxy request failed: no agents found for plane dataplane/eu-west-1\n',
    ],
    [
      'without Argo',
      'workflowplane/globex-training/globex/forecast-training',
      ARGO,
      404,
      '404 page not found\n',
    ],
    [
      'without rights',
      'dataplane/gpu-fra-1/_cluster/gpu',
      NAMESPACE,
      403,
      expect.stringContaining('"reason":"Forbidden"'),
    ],
    [
      'without its secret store',
      'dataplane/us-shared/_cluster/us-shared',
      `${STORES}/platform-vault`,
      404,
      expect.stringContaining('"reason":"NotFound"'),
    ],
  ])('has a plane that is %s', async (_what, plane, path, status, text) => {
    expect(await tunnel(plane, path)).toMatchObject({ status, text });
  });

  it('has secret stores, one of which is not ready', async () => {
    const ready = async (plane: string, store: string) =>
      (await json(plane, `${STORES}/${store}`)).status.conditions[0].status;
    expect(
      await ready('dataplane/eu-central-1/acme/eu-central-prod', 'acme-vault'),
    ).toBe('True');
    expect(
      await ready('workflowplane/initech-ci/initech/ci', 'initech-vault'),
    ).toBe('False');
  });

  it('has planes of several types in one cluster, and the agents’ pods in it', async () => {
    const uid = async (plane: string) =>
      (await json(plane, NAMESPACE)).metadata.uid;
    const shared = await uid('dataplane/default/_cluster/default');
    expect(await uid('workflowplane/default/_cluster/default')).toBe(shared);
    expect(await uid('observabilityplane/obs/_cluster/default')).toBe(shared);
    expect(await uid('dataplane/sandbox/default/default')).not.toBe(shared);
    const { items } = await json('dataplane/default/_cluster/default', PODS);
    expect(
      items.map(
        ({ metadata }: { metadata: { namespace: string } }) =>
          metadata.namespace,
      ),
    ).toEqual([
      'openchoreo-data-plane',
      'openchoreo-data-plane',
      'openchoreo-observability-plane',
      'openchoreo-observability-plane',
      'openchoreo-workflow-plane',
      'openchoreo-workflow-plane',
    ]);
    expect(await json('workflowplane/default/_cluster/default', ARGO)).toEqual(
      expect.objectContaining({ kind: 'WorkflowList' }),
    );
  });

  /** The workflow runs of the control plane, by `NAMESPACE/NAME`. */
  async function readRuns(): Promise<Map<string, WorkflowRunResource>> {
    await world.runs.begun();
    const { text } = await send(world.server, {
      path: '/apis/openchoreo.dev/v1alpha1/workflowruns',
      token: world.server.adminToken,
    });
    return new Map(
      JSON.parse(text)
        .items.map(readWorkflowRun)
        .map((run: WorkflowRunResource) => [
          `${run.namespace}/${run.name}`,
          run,
        ]),
    );
  }

  it('has workflow runs of two weeks, in every state', async () => {
    const runs = await readRuns();
    expect(runs.size).toBe(DEMO_RUNS.length);
    const reasons = new Map<string, number>();
    for (const { status } of runs.values()) {
      const { reason } = findCondition(
        status.conditions,
        'WorkflowCompleted',
      ) ?? { reason: 'none' };
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    expect(Object.fromEntries(reasons)).toEqual({
      ComponentValidationFailed: 1,
      WorkflowFailed: expect.any(Number),
      WorkflowPending: 11,
      WorkflowSucceeded: expect.any(Number),
    });
    expect(reasons.get('WorkflowSucceeded')).toBeGreaterThan(40);
    expect(reasons.get('WorkflowFailed')).toBeGreaterThan(8);
    const withoutReference = [...runs].filter(
      ([, { status }]) => !status.runReference,
    );
    expect(withoutReference.map(([name]) => name).sort()).toEqual([
      'default/farewell-build-1',
      'default/nightly-import-1',
      'globex/load-2026-48',
      'initech/timesheet-client-build-1',
    ]);
  });

  it('has Argo workflows that agree with what the control plane wrote down', async () => {
    const runs = await readRuns();
    const clusters = [
      'workflowplane/default/_cluster/default',
      'workflowplane/builders-arm64/_cluster/arm64',
      'workflowplane/builds/acme/builds',
      'workflowplane/globex-workflows/globex/default',
      'workflowplane/vandelay-customs/vandelay/customs-batch',
      'workflowplane/sandbox/default/default',
    ];
    const workflows = [];
    for (const cluster of clusters) {
      workflows.push(...(await json(cluster, ARGO)).items);
    }
    const compared = workflows.flatMap(({ metadata, status }) => {
      const namespace = metadata.namespace.replace('workflows-', '');
      const run = runs.get(`${namespace}/${metadata.name}`);
      return status.finishedAt && run?.status.completedAt
        ? [{ name: metadata.name, argo: status, run: run.status }]
        : [];
    });
    const sorted = (tasks: readonly WorkflowTask[] = []) =>
      [...tasks].sort((a, b) => a.name.localeCompare(b.name));
    for (const { name, argo, run } of compared) {
      const succeeded = findCondition(run.conditions, 'WorkflowSucceeded');
      expect({
        name,
        phase: succeeded ? 'Succeeded' : 'Failed',
        tasks: sorted(run.tasks),
      }).toEqual({
        name,
        phase: argo.phase,
        tasks: sorted(tasksOfNodes(argo)),
      });
      expect(
        Date.parse(run.completedAt ?? '') - Date.parse(argo.finishedAt),
      ).toBeLessThanOrEqual(20_000);
    }
    expect(compared.length).toBeGreaterThan(50);
  });

  it('has what workflow runs were in older releases', async () => {
    await world.runs.begun();
    for (const plural of ['builds', 'componentworkflowruns']) {
      const { text } = await send(world.server, {
        path: `/apis/openchoreo.dev/v1alpha1/${plural}`,
        token: world.server.adminToken,
      });
      const { items } = JSON.parse(text);
      expect(items).toHaveLength(2);
      const [{ metadata }] = items;
      expect(Date.parse(metadata.creationTimestamp)).toBeLessThan(
        Date.now() - 200 * DAY,
      );
    }
  });

  it('is switched over HTTP by the administrator only', async () => {
    const { proxy, server } = world;
    const post = (body: object, token?: string) =>
      send(proxy, { method: 'POST', path: '/sim/gateway', body, token });
    const rotterdam = { planeType: 'dataplane', planeID: 'rotterdam' };
    expect(await post({ ...rotterdam, agents: 0 })).toMatchObject({
      status: 401,
    });
    expect(
      await post({ ...rotterdam, agents: 0 }, server.adminToken),
    ).toMatchObject({ status: 201 });
    expect(await pools()).not.toHaveProperty('dataplane/rotterdam');
    await post({ ...rotterdam, agents: 3 }, server.adminToken);
    expect(await pools()).toHaveProperty('dataplane/rotterdam', 3);
    const { items } = await json(
      'dataplane/rotterdam/vandelay/rotterdam',
      PODS,
    );
    expect(items).toHaveLength(3);
  });
});

describe('an empty control plane of a release', () => {
  let directory: string;
  let world: RunningWorld | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'empty-world-'));
  });

  afterEach(async () => {
    await world?.stop();
    await rm(directory, { recursive: true });
  });

  it.each([
    ['v0.17.0', 'BuildPlane', 'buildplane', 'secretRef'],
    ['v1.2.0', 'WorkflowPlane', 'workflowplane', 'secretKeyRef'],
  ] as const)(
    '%s: a %s is accepted, and its agent let in',
    async (release, kind, planeType, secretField) => {
      world = await startWorld({ directory, world: 'empty', release });
      const { server, gatewayServer } = world;
      expect(world.planes).toBe(0);
      const ca = await createAgentCa({
        commonName: 'agents',
        notBefore: Date.now() - DAY,
        notAfter: Date.now() + DAY,
      });
      gatewayServer.installAgent({ planeType, planeID: 'ci' }, ca);
      const path = `/apis/openchoreo.dev/v1alpha1/namespaces/default/${planeType}s`;
      const create = (clientCA: object, query = '') =>
        send(server, {
          method: 'POST',
          path: `${path}?fieldValidation=Strict${query}`,
          token: server.adminToken,
          body: {
            apiVersion: 'openchoreo.dev/v1alpha1',
            kind,
            metadata: { name: 'ci' },
            spec: { planeID: 'ci', clusterAgent: { clientCA } },
          },
        });
      const reference = { name: 'ca', key: 'ca.crt' };
      const dry = await create({ [secretField]: reference }, '&dryRun=All');
      expect(dry.status).toBe(201);
      expect((await create({ value: ca.pem })).status).toBe(201);
      const planes = await eventually(
        async () => gatewayServer.planes(),
        ([plane]) => plane.connectedAgents > 0,
      );
      expect(planes).toEqual([
        expect.objectContaining({ planeType, connectedAgents: 1 }),
      ]);
    },
  );
});
