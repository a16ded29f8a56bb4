/** Runs a control plane with a workflow plane in a process of its own, and writes down when its Argo workflows move. */
import { gunzipSync } from 'node:zlib';
import { readArgoWorkflow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  type ControlPlaneClient,
  createAgentCas,
  startTestControlPlane,
  type TestControllers,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { serveParent } from './RemoteProcess';
import { plant, RUNNING_WORKFLOWS } from './runningWorkflows';
import type {
  WorkflowMove,
  WorkflowPlaneCommand,
  WorkflowPlaneOptions,
} from './WorkflowPlaneProcess';

const API_VERSION = 'openchoreo.dev/v1alpha1';
const PLANE = { planeType: 'workflowplane', planeID: 'ci' } as const;
const TUNNEL = `/api/proxy/${PLANE.planeType}/${PLANE.planeID}/`;
/** In the simulated cluster time goes on when somebody asks; this asks, so that nothing depends on viewers. */
const TICK_MS = 5;

interface Plane {
  readonly controlPlane: TestControlPlane;
  readonly controllers: TestControllers;
  readonly moves: MoveLog;
  readonly timer: NodeJS.Timeout;
}
let plane: Plane | undefined;

/** The states of Argo workflows, read only when somebody wants to know, so as not to hold up the cluster. */
class MoveLog {
  /** By name of the workflow. */
  readonly #uids: ReadonlyMap<string, string>;
  readonly #states: { at: number; name: string; object: unknown }[] = [];

  constructor(uids: ReadonlyMap<string, string>) {
    this.#uids = uids;
  }

  add(object: { metadata: { name: string } }): void {
    const { name } = object.metadata;
    this.#states.push({ at: Date.now(), name, object });
  }

  read(): WorkflowMove[] {
    const ended = new Map<string, Set<string>>();
    return this.#states.map(({ at, name, object }) => {
      const { nodes } = readArgoWorkflow(object, {
        decompress: bytes => gunzipSync(bytes),
      });
      const before = ended.get(name) ?? new Set();
      const now = nodes.filter(({ finishedAt }) => finishedAt);
      ended.set(name, new Set(now.map(({ id }) => id)));
      return {
        uid: this.#uids.get(name) ?? '',
        at,
        nodes: nodes.length,
        finished: now.map(({ id }) => id).filter(id => !before.has(id)),
      };
    });
  }
}

async function start({ runs, workflow, lookMs }: WorkflowPlaneOptions) {
  const names = Array.from({ length: runs }, (_, i) => `run-${i}`);
  const [ca] = await createAgentCas(1, Date.now());
  const controlPlane = await startTestControlPlane();
  const { client } = controlPlane;
  await createPlane(client, ca.pem);
  const uids = new Map<string, string>();
  for (const name of names) {
    uids.set(name, await createRun(client, name));
  }
  const controllers = await controlPlane.startControllers({
    agents: [{ ...PLANE, signedBy: ca.fingerprint }],
    workflowTiming: { requeueMs: lookMs },
    clusters: [
      {
        name: 'ci',
        planes: [PLANE],
        workflows: names.map(name => plant(name, RUNNING_WORKFLOWS[workflow])),
      },
    ],
  });
  await controllers.settled();
  const { clusters, url, files } = controllers.gatewayServer;
  const { registry } = clusters.get(PLANE);
  const { store } = registry.require('argoproj.io', 'workflows');
  const moves = new MoveLog(uids);
  store.latest().entries.forEach(({ object }) => moves.add(object));
  store.subscribe(({ object }) => moves.add(object));
  const timer = setInterval(() => clusters.get(PLANE), TICK_MS);
  plane = { controlPlane, controllers, moves, timer };
  const { caFile, certFile, keyFile } = files;
  return {
    uids: [...uids.values()],
    controlPlane: {
      name: 'default',
      kubeconfig: { file: controlPlane.kubeconfigFile },
      gateway: { url, caFile, certFile, keyFile },
    },
  };
}

async function createPlane(
  client: ControlPlaneClient,
  value: string,
): Promise<void> {
  await client.createNamespace('acme');
  await client.create({
    apiVersion: API_VERSION,
    kind: 'ClusterWorkflowPlane',
    metadata: { name: 'ci' },
    spec: { planeID: PLANE.planeID, clusterAgent: { clientCA: { value } } },
  });
  await client.create({
    apiVersion: API_VERSION,
    kind: 'ClusterWorkflow',
    metadata: { name: 'build' },
    spec: {
      workflowPlaneRef: { kind: 'ClusterWorkflowPlane', name: 'ci' },
      runTemplate: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' },
    },
  });
}

/** A run as its controller left it, which would otherwise ask the plane as well. @returns its uid */
async function createRun(
  client: ControlPlaneClient,
  name: string,
): Promise<string> {
  const { metadata } = await client.create({
    apiVersion: API_VERSION,
    kind: 'WorkflowRun',
    metadata: { name, namespace: 'acme' },
    spec: { workflow: { kind: 'ClusterWorkflow', name: 'build' } },
  });
  const now = new Date().toISOString();
  await client.patch(
    { plural: 'workflowruns', namespace: 'acme', name },
    {
      status: {
        startedAt: now,
        conditions: [
          {
            type: 'WorkflowRunning',
            status: 'True',
            reason: 'WorkflowRunning',
            message: 'The workflow is running',
            lastTransitionTime: now,
          },
        ],
        runReference: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Workflow',
          name,
          namespace: 'workflows-acme',
        },
      },
    },
    { subresource: 'status' },
  );
  return `${metadata.uid}`;
}

function countRequests({ controllers }: Plane) {
  const paths = controllers.gatewayServer
    .requests()
    .map(({ path }) => path)
    .filter(path => path.startsWith(TUNNEL));
  const workflows = paths.filter(path => path.includes('/workflows/')).length;
  return { workflows, pods: paths.length - workflows };
}

serveParent<WorkflowPlaneCommand>(async command => {
  if (command.type === 'start') {
    return start(command);
  }
  if (!plane) {
    throw new Error('The control plane is not started');
  }
  switch (command.type) {
    case 'forget-requests':
      return plane.controllers.gatewayServer.clearRequests();
    case 'requests':
      return countRequests(plane);
    case 'moves':
      return plane.moves.read();
    default:
      clearInterval(plane.timer);
      return plane.controlPlane.stop();
  }
});
