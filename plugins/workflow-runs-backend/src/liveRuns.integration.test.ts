import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type ArgoNode,
  eventsResponseSchema,
  logsResponseSchema,
  nodeResponseSchema,
  runsResponseSchema,
  type TimelineResponse,
  timelineResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  createAgentCas,
  startTestControlPlane,
  type TestControllers,
  type TestControlPlane,
  type Timing,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';
import { workflowRunsPlugin } from './plugin';

jest.setTimeout(120_000);

const RUNS = '/api/workflow-runs/runs';
const API_VERSION = 'openchoreo.dev/v1alpha1';
const POOL = { planeType: 'workflowplane', planeID: 'ci' } as const;

/** An expression of OpenChoreo's templates. */
const expression = (path: string) => ['${', path, '}'].join('');

const WORKFLOW = {
  apiVersion: API_VERSION,
  kind: 'ClusterWorkflow',
  metadata: { name: 'build' },
  spec: {
    workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'ci' },
    runTemplate: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: {
        name: expression('metadata.workflowRunName'),
        namespace: expression('metadata.namespace'),
      },
      spec: {
        entrypoint: 'main',
        serviceAccountName: 'workflow-sa',
        templates: [
          {
            name: 'main',
            steps: [
              [{ name: 'checkout', template: 'quick' }],
              [{ name: 'unit', template: 'long' }],
            ],
          },
          {
            name: 'quick',
            outputs: {
              parameters: ['commit', 'deployToken'].map(name => ({
                name,
                valueFrom: { path: `/tmp/${name}` },
              })),
            },
            metadata: {
              annotations: {
                'sim/duration': '5',
                'sim/param': 'commit=3f2a9c1\ndeployToken=hunter2',
              },
            },
            container: { image: 'alpine:3' },
          },
          {
            name: 'long',
            metadata: {
              annotations: { 'sim/duration': '600', 'sim/log': 'tests' },
            },
            container: { image: 'alpine:3' },
          },
        ],
      },
    },
  },
};

/** The time of controllers, agents and Argo: it stands still until a test moves it. */
class StillTiming implements Timing {
  readonly #timers = new Set<{ due: number; run: () => void }>();
  #now = Date.now();

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { due: this.#now + delayMs, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  pass(seconds: number): void {
    this.#now += seconds * 1_000;
    for (const timer of [...this.#timers]) {
      if (timer.due <= this.#now) {
        this.#timers.delete(timer);
        timer.run();
      }
    }
  }
}

// Passes on the simulator and on a real kube-apiserver.
describe('runs in the cluster of a workflow plane', () => {
  const timing = new StillTiming();
  let controlPlane: TestControlPlane;
  let controllers: TestControllers;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    const [ca] = await createAgentCas(1, Date.now());
    controlPlane = await startTestControlPlane();
    const { client } = controlPlane;
    await client.createNamespace('acme');
    await client.create({
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflowPlane',
      metadata: { name: 'ci' },
      spec: { planeID: 'ci', clusterAgent: { clientCA: { value: ca.pem } } },
    });
    await client.create(WORKFLOW);
    controllers = await controlPlane.startControllers({
      agents: [{ ...POOL, signedBy: ca.fingerprint }],
      workflowRuns: true,
      workflowTiming: { requeueMs: 1_000 },
      timing,
    });
    const { url, files } = controllers.gatewayServer;
    backend = await startTestBackend({
      features: [
        workflowRunsPlugin,
        mockServices.rootConfig.factory({
          data: {
            openchoreo: {
              // One user asks here as often as the machine can.
              planes: { rateLimit: { enabled: false } },
              controlPlanes: [
                {
                  name: 'default',
                  kubeconfig: { file: controlPlane.kubeconfigFile },
                  gateway: {
                    url,
                    caFile: files.caFile,
                    certFile: files.certFile,
                    keyFile: files.keyFile,
                  },
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await controlPlane?.stop();
  });

  async function get(path: string) {
    const { status, body } = await request(backend.server).get(
      `${RUNS}${path}`,
    );
    expect([status, body.error?.message]).toEqual([200, undefined]);
    return body;
  }

  /** Asks again until the answer is as it should be. */
  async function until<T>(
    ask: () => Promise<T>,
    isExpected: (answer: T) => boolean,
  ): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (isExpected(answer)) {
        return answer;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  async function pass(seconds: number) {
    timing.pass(seconds);
    await controllers.runsSettled();
  }

  /** Starts a run. @returns its path, when it has an Argo workflow */
  async function start(name: string): Promise<string> {
    await controlPlane.client.create({
      apiVersion: API_VERSION,
      kind: 'WorkflowRun',
      metadata: { name, namespace: 'acme' },
      spec: { workflow: { kind: 'ClusterWorkflow', name: 'build' } },
    });
    const { items } = await until(
      async () => runsResponseSchema.parse(await get(`?text=${name}`)),
      answer => answer.items.length === 1,
    );
    const path = `/${items[0].uid}`;
    await until(
      () => get(path),
      ({ item }) => item.reference !== undefined,
    );
    return path;
  }

  const timeline = async (path: string) =>
    timelineResponseSchema.parse(await get(`${path}/timeline`));
  const nodeNamed = ({ nodes }: TimelineResponse, name: string) =>
    nodes.find(({ displayName }) => displayName === name);

  /** The node as soon as it is as expected; time goes on by a second for each look. */
  async function node(
    path: string,
    name: string,
    isExpected: (found: ArgoNode) => boolean = () => true,
  ): Promise<ArgoNode> {
    let found: ArgoNode | undefined;
    await until(
      async () => {
        await pass(1);
        found = nodeNamed(await timeline(path), name);
      },
      () => found !== undefined && isExpected(found),
    );
    return found ?? Promise.reject(new Error('No such node'));
  }

  function act(path: string, action: string, workflowUid?: string) {
    return request(backend.server)
      .post(`${RUNS}${path}/actions/${action}`)
      .send({ workflowUid });
  }

  it('are followed live: nodes, since when they run, what they made, their logs and events', async () => {
    const path = await start('live');
    const checkout = await node(path, 'checkout', ({ finishedAt }) =>
      Boolean(finishedAt),
    );
    expect(checkout).toMatchObject({ type: 'Pod', phase: 'Succeeded' });
    const unit = await node(
      path,
      'unit',
      ({ runningSince }) => runningSince !== undefined,
    );
    expect(unit).toMatchObject({ phase: 'Running' });

    const { outputs, pod } = nodeResponseSchema.parse(
      await get(`${path}/nodes/${checkout.id}`),
    );
    expect(outputs.parameters).toEqual([
      { name: 'commit', value: '3f2a9c1', masked: false },
      { name: 'deployToken', value: 'hunter2', masked: false },
    ]);
    expect(pod?.containers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['main', 'init', 'wait']),
    );

    const url = `${path}/nodes/${unit.id}/logs`;
    const read = async (query: string) =>
      logsResponseSchema.parse(await get(`${url}?${query}`));
    const first = await until(
      async () => {
        await pass(1);
        return read('tailLines=50000');
      },
      ({ lines }) => lines.length > 0,
    );
    expect(first).toMatchObject({ container: 'main', complete: false });
    const seen = [...first.lines];
    await until(
      async () => {
        await pass(20.3);
        const part = await read(`since=${seen.at(-1)?.time}`);
        seen.push(...part.lines);
        return part;
      },
      ({ complete }) => complete,
    );
    expect(seen).toEqual((await read('tailLines=50000')).lines);
    expect(seen.length).toBeGreaterThan(10);

    const { items } = eventsResponseSchema.parse(await get(`${path}/events`));
    expect(items.map(({ object }) => object)).toEqual(
      expect.arrayContaining([
        'Workflow/live',
        expect.stringMatching(/^Pod\/live-/),
      ]),
    );
  });

  it('are suspended, resumed and terminated through the tunnel', async () => {
    const path = await start('controlled');
    await node(path, 'checkout');
    const { workflow } = await timeline(path);
    const uid = workflow?.uid;
    const wrong = await act(path, 'stop', 'another-uid');
    expect(wrong.status).toBe(409);
    for (const [action, expected] of [
      ['suspend', { suspended: true }],
      ['resume', { suspended: false }],
      ['terminate', { shutdown: 'Terminate' }],
    ] as const) {
      const answer = await until(
        () => act(path, action, uid),
        ({ status }) => status !== 429,
      );
      expect(answer.body).toMatchObject({ action, ...expected });
      expect((await timeline(path)).workflow).toMatchObject(expected);
    }
    await until(
      async () => {
        await pass(1);
        return timeline(path);
      },
      answer => answer.workflow?.phase === 'Failed',
    );
    expect((await act(path, 'stop', uid)).status).toBe(409);
  });

  it('are shown as they were while the plane is offline or the workflow is gone', async () => {
    const path = await start('lost');
    await node(path, 'unit');
    controllers.gatewayServer.setAgents(POOL, 0);
    const offline = await until(
      () => timeline(path),
      ({ source }) => source !== 'argo',
    );
    expect(offline).toMatchObject({
      source: 'last-known',
      gap: { reason: 'plane-offline' },
    });
    expect(nodeNamed(offline, 'unit')).toBeDefined();
    controllers.gatewayServer.setAgents(POOL, 1);
    await until(
      () => timeline(path),
      ({ source }) => source === 'argo',
    );
  });

  it('cost the plane no more requests with more viewers', async () => {
    const path = await start('popular');
    await node(path, 'unit', ({ runningSince }) => Boolean(runningSince));
    const { gatewayServer } = controllers;
    gatewayServer.clearRequests();
    const asked = () =>
      gatewayServer
        .requests()
        .filter(sent => sent.path.includes('/workflows/popular')).length;
    const startedAt = Date.now();
    while (asked() < 3) {
      await Promise.all(Array.from({ length: 20 }, () => timeline(path)));
    }
    const elapsedMs = Date.now() - startedAt;
    expect(asked()).toBeLessThanOrEqual(elapsedMs / 750 + 1);
  });
});
