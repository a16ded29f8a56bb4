import { CLUSTER_HOSTS, PlantedWorkflow } from '../../../argo/cluster';
import { WorkflowTiming } from '../../../argo/engine';
import { simulatedPlaneKind } from '../../../controllers/planeKinds';
import { JsonObject, objectAt, stringAt } from '../../../objects/json';
import { SimulatedCluster } from '../../../planeClusters/PlaneClusters';
import { agentPool } from '../../agentCas';
import { planRun } from '../../planRun';
import { PlaneSeed } from '../../PlaneSeed';
import { RunSeed } from '../../RunSeed';
import { PlannedObject } from '../../World';
import { workflowManifest } from '../manifests';
import { DEMO_WORKFLOWS } from '../workflows';
import {
  gridModelCache,
  memoizedIn,
  sharedObjects,
  WORKFLOW_TEMPLATES,
} from './clusterObjects';
import { DEMO_RUNS } from './demoRuns';
import { legacyRuns } from './legacyRuns';

const WORKFLOW_PLANE_TYPE = simulatedPlaneKind('WorkflowPlane').planeType;
/** The plane on which the grid model is checked. */
const GRID_MODEL_POOL = `${WORKFLOW_PLANE_TYPE}/globex-workflows`;

/** How fast Argo is in the clusters of the demo: nobody likes to wait ten seconds between two steps. */
export const DEMO_WORKFLOW_TIMING: Partial<WorkflowTiming> = {
  requeueMs: 1_000,
};

/** The planes and clusters that runs are planned on. */
export interface RunPlan {
  readonly planes: readonly PlaneSeed[];
  readonly clusters: readonly SimulatedCluster[];
  /** Those of the demo unless given. */
  readonly seeds?: readonly RunSeed[];
  /** The start of the world, in milliseconds since 1970. */
  readonly now: number;
}

function workflowSpecOf(run: RunSeed): JsonObject | undefined {
  const [kind, name] = run.workflow.split('/');
  const namespace = kind === 'Workflow' ? run.namespace : undefined;
  const seed = DEMO_WORKFLOWS.find(
    each => each.name === name && each.namespace === namespace,
  );
  return seed && objectAt(workflowManifest(seed), 'spec');
}

function planeOf(
  run: RunSeed,
  workflowSpec: JsonObject | undefined,
  planes: readonly PlaneSeed[],
): PlaneSeed | undefined {
  const reference = objectAt(workflowSpec, 'workflowPlaneRef');
  return planes.find(
    ({ kind, namespace, name }) =>
      kind === stringAt(reference, 'kind') &&
      name === stringAt(reference, 'name') &&
      (namespace === undefined || namespace === run.namespace),
  );
}

/** Plans the runs of the demo, and puts their Argo workflows into the clusters of their planes. */
export function planDemoRuns({
  planes,
  clusters,
  seeds = DEMO_RUNS,
  now,
}: RunPlan): {
  readonly runs: readonly PlannedObject[];
  readonly clusters: readonly SimulatedCluster[];
} {
  const planted = new Map<string, PlantedWorkflow[]>();
  const runs = seeds.map(seed => {
    const workflowSpec = workflowSpecOf(seed);
    const plane = planeOf(seed, workflowSpec, planes);
    const { run, planted: workflow } = planRun(seed, {
      now,
      workflowSpec,
      secretStore: stringAt(objectAt(plane?.spec, 'secretStoreRef'), 'name'),
      simulation: {
        workflowTemplates: WORKFLOW_TEMPLATES,
        memoized: memoizedIn(seed.namespace),
        hosts: CLUSTER_HOSTS,
        timing: DEMO_WORKFLOW_TIMING,
      },
    });
    if (plane && workflow) {
      const pool = agentPool(plane);
      planted.set(pool, [...(planted.get(pool) ?? []), workflow]);
    }
    return run;
  });
  return {
    runs: [...runs, ...legacyRuns(now)],
    clusters: clusters.map(cluster => {
      const pools = cluster.planes
        .filter(({ planeType }) => planeType === WORKFLOW_PLANE_TYPE)
        .map(({ planeType, planeID }) => `${planeType}/${planeID}`);
      return pools.length === 0
        ? cluster
        : {
            ...cluster,
            workflows: pools.flatMap(pool => planted.get(pool) ?? []),
            objects: [
              ...sharedObjects(now),
              ...(pools.includes(GRID_MODEL_POOL) ? gridModelCache(now) : []),
            ],
          };
    }),
  };
}
