import { startTestControlPlane } from '../../testing/startTestControlPlane';
import {
  KubernetesObject,
  TestControllers,
  TestControlPlane,
} from '../../testing/TestControlPlane';
import { askGateway } from '../../testUtils/gatewayClient';
import { createAgentCas } from '../../world/certificates';
import { FakeTiming } from '../testUtils/FakeTiming';
import { eventually } from '../testUtils/eventually';
import { cel } from './render/cel';

const POOL = { planeType: 'workflowplane', planeID: 'ci' } as const;
const ARGO = '/apis/argoproj.io/v1alpha1/namespaces/workflows-acme';
const API_VERSION = 'openchoreo.dev/v1alpha1';

const WORKFLOW = {
  apiVersion: API_VERSION,
  kind: 'ClusterWorkflow',
  metadata: { name: 'build' },
  spec: {
    workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'ci' },
    ttlAfterCompletion: '1h',
    parameters: {
      openAPIV3Schema: {
        type: 'object',
        properties: { tests: { type: 'string', default: 'pass' } },
      },
    },
    runTemplate: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: {
        name: cel('metadata.workflowRunName'),
        namespace: cel('metadata.namespace'),
      },
      spec: {
        entrypoint: 'main',
        serviceAccountName: 'workflow-sa',
        templates: [
          {
            name: 'main',
            steps: [
              [{ name: 'checkout', template: 'quick' }],
              [
                { name: 'unit', template: 'tests' },
                { name: 'lint', template: 'quick' },
              ],
            ],
          },
          {
            name: 'quick',
            metadata: { annotations: { 'sim/duration': '5' } },
            container: { image: 'alpine:3' },
          },
          {
            name: 'tests',
            metadata: {
              annotations: {
                'sim/duration': '30',
                'sim/exit': cel("parameters.tests == 'pass' ? '0' : '1'"),
              },
            },
            container: { image: 'alpine:3' },
          },
        ],
      },
    },
  },
};

jest.setTimeout(120_000);

// Passes on the simulator and on a real kube-apiserver.
describe('WorkflowRunController', () => {
  let timing: FakeTiming;
  let controlPlane: TestControlPlane;
  let controllers: TestControllers;

  const key = (name: string) => ({
    plural: 'workflowruns',
    namespace: 'acme',
    name,
  });

  function create(name: string, parameters: object = {}) {
    return controlPlane.client.create({
      apiVersion: API_VERSION,
      kind: 'WorkflowRun',
      metadata: { name, namespace: 'acme' },
      spec: {
        workflow: { kind: 'ClusterWorkflow', name: 'build', parameters },
      },
    });
  }

  function until(
    name: string,
    isExpected: (run: KubernetesObject | undefined) => boolean,
  ) {
    return eventually(() => controlPlane.client.get(key(name)), isExpected);
  }

  const hasReference = (run: KubernetesObject | undefined) =>
    Object.hasOwn(run?.status ?? {}, 'runReference');

  async function passTime(milliseconds: number) {
    // What is being done about a run ends with when to look at it again, which must not be later for that.
    await controllers.runsSettled();
    timing.advance(milliseconds);
    await controllers.runsSettled();
  }

  async function argo(name: string) {
    const { url, files } = controllers.gatewayServer;
    const { status, text } = await askGateway(
      { url, ...files },
      {
        path: `/api/proxy/workflowplane/ci/_cluster/ci/k8s${ARGO}/workflows/${name}`,
      },
    );
    return { status, body: JSON.parse(text) };
  }

  beforeAll(async () => {
    timing = new FakeTiming(new Date().toISOString());
    const [ca] = await createAgentCas(1, Date.now());
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.create({
      apiVersion: API_VERSION,
      kind: 'ClusterWorkflowPlane',
      metadata: { name: 'ci' },
      spec: { planeID: 'ci', clusterAgent: { clientCA: { value: ca.pem } } },
    });
    await controlPlane.client.create(WORKFLOW);
    controllers = await controlPlane.startControllers({
      agents: [{ ...POOL, signedBy: ca.fingerprint }],
      workflowRuns: true,
      workflowTiming: { requeueMs: 1_000 },
      timing,
    });
  });

  afterAll(() => controlPlane?.stop());

  it('follows a run from its creation to its end, 20 seconds behind at most', async () => {
    await create('good');
    const submitted = await until('good', hasReference);
    expect(submitted).toMatchObject({
      metadata: {
        finalizers: ['openchoreo.dev/workflowrun-cleanup'],
        generation: 2,
      },
      spec: { ttlAfterCompletion: '1h' },
      status: {
        startedAt: expect.any(String),
        runReference: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Workflow',
          name: 'good',
          namespace: 'workflows-acme',
        },
      },
    });
    await eventually(
      async () => {
        await passTime(100);
        return controlPlane.client.get(key('good'));
      },
      run => JSON.stringify(run?.status).includes('Argo Workflow is running'),
    );
    await passTime(20_000);
    expect((await controlPlane.client.get(key('good')))?.status).toMatchObject({
      tasks: [
        { name: 'checkout', phase: 'Succeeded' },
        expect.objectContaining({ phase: expect.any(String) }),
        expect.objectContaining({ phase: expect.any(String) }),
      ],
    });
    await passTime(20_000);
    await passTime(20_000);
    const ended = await until('good', run =>
      Object.hasOwn(run?.status ?? {}, 'completedAt'),
    );
    expect(ended?.status).toMatchObject({
      conditions: [
        { type: 'WorkflowCompleted', status: 'True' },
        { type: 'WorkflowRunning', status: 'False' },
        { type: 'WorkflowSucceeded', status: 'True' },
      ],
    });
    const { body } = await argo('good');
    expect(body).toMatchObject({
      metadata: {
        labels: {
          'openchoreo.dev/workflowrun': 'good',
          'openchoreo.dev/workflowrun-namespace': 'acme',
          'openchoreo.dev/managed-by': 'workflowrun-controller',
          'workflows.argoproj.io/phase': 'Succeeded',
        },
      },
      status: { phase: 'Succeeded', progress: '3/3' },
    });
  });

  it('tells what failed, and deletes a run with its Argo workflow when its time to live is over', async () => {
    await create('bad', { tests: 'fail' });
    await until('bad', hasReference);
    for (let look = 0; look < 4; look += 1) {
      await passTime(20_000);
    }
    const ended = await until('bad', run =>
      Object.hasOwn(run?.status ?? {}, 'completedAt'),
    );
    expect(ended?.status).toMatchObject({
      conditions: [
        { type: 'WorkflowCompleted', reason: 'WorkflowFailed' },
        { type: 'WorkflowRunning', status: 'False' },
        { type: 'WorkflowFailed', message: 'Workflow execution failed' },
      ],
      tasks: expect.arrayContaining([
        expect.objectContaining({
          name: 'unit',
          phase: 'Failed',
          message: 'main: Error (exit code 1)',
        }),
      ]),
    });
    expect((await argo('bad')).status).toBe(200);
    await passTime(61 * 60_000);
    await until('bad', run => run === undefined);
    expect((await argo('bad')).status).toBe(404);
  });

  it('keeps a run pending while its plane is offline, and submits it when the agent is back', async () => {
    const { gatewayServer } = controllers;
    gatewayServer.setAgents(POOL, 0);
    await create('patient');
    await until('patient', run =>
      Object.hasOwn(run?.spec ?? {}, 'ttlAfterCompletion'),
    );
    await passTime(60_000);
    expect((await controlPlane.client.get(key('patient')))?.status).toEqual({
      startedAt: expect.any(String),
      conditions: [
        expect.objectContaining({
          type: 'WorkflowCompleted',
          status: 'False',
          reason: 'WorkflowPending',
        }),
      ],
    });
    gatewayServer.setAgents(POOL, 1);
    await passTime(60_000);
    await until('patient', hasReference);
  });

  it('deletes the Argo workflow with the run, once its plane can be reached', async () => {
    const { gatewayServer } = controllers;
    await create('doomed');
    await until('doomed', hasReference);
    gatewayServer.setAgents(POOL, 0);
    await controlPlane.client.delete(key('doomed'));
    await passTime(60_000);
    expect(await controlPlane.client.get(key('doomed'))).toMatchObject({
      metadata: { deletionTimestamp: expect.any(String) },
    });
    gatewayServer.setAgents(POOL, 1);
    expect((await argo('doomed')).status).toBe(200);
    await passTime(60_000);
    await until('doomed', run => run === undefined);
    expect((await argo('doomed')).status).toBe(404);
  });

  it('says that the Argo workflow is gone, and keeps the tasks', async () => {
    await create('robbed');
    await until('robbed', hasReference);
    await passTime(20_000);
    const { url, files } = controllers.gatewayServer;
    await askGateway(
      { url, ...files },
      {
        method: 'DELETE',
        path: `/api/proxy/workflowplane/ci/_cluster/ci/k8s${ARGO}/workflows/robbed`,
      },
    );
    await passTime(20_000);
    const run = await until('robbed', found =>
      JSON.stringify(found?.status).includes('is not found in the cluster'),
    );
    expect(run?.status).toMatchObject({
      runReference: { name: 'robbed' },
      tasks: [{ name: 'checkout' }, expect.anything(), expect.anything()],
    });
  });
});
