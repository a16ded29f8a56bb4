import { PlantedWorkflow, plantedObject } from '../argo/cluster';
import { WorkflowSimulation, WorkflowSimulationOptions } from '../argo/engine';
import { toKubernetesTime } from '../controllers/timing';
import { referenceTo } from '../controllers/workflowRuns/planeObjects';
import {
  RenderedRun,
  renderRun,
} from '../controllers/workflowRuns/render/renderRun';
import {
  componentValidationFailed,
  FAILED,
  NOT_FOUND,
  PENDING,
  RunOutcome,
  RUNNING,
  SUCCEEDED,
  withOutcome,
} from '../controllers/workflowRuns/runConditions';
import { tasksOfNodes } from '../controllers/workflowRuns/runTasks';
import {
  RUN_FINALIZER,
  WorkflowRunStatus,
} from '../controllers/workflowRuns/workflowRunResource';
import { JsonObject, objectAt, stringAt } from '../objects/json';
import { RunSeed } from './RunSeed';
import { steerWorkflow } from './steerWorkflow';
import { Manifest, PlannedObject } from './World';

/** When the controller first looks at the Argo workflow of a run, and how often from then on. */
const FIRST_LOOK_MS = 1_000;
const LOOK_INTERVAL_MS = 20_000;

/** What a run is made in. */
export interface RunSurroundings {
  /** The start of the world, in milliseconds since 1970. */
  readonly now: number;
  /** `spec` of its workflow; undefined where there is none. */
  readonly workflowSpec?: JsonObject;
  readonly secretStore?: string;
  /** How its cluster runs workflows. */
  readonly simulation: Omit<WorkflowSimulationOptions, 'workflow'>;
}

/** A run as the controllers left it, and the Argo workflow on its plane if there is one. */
export interface PlannedRun {
  readonly run: PlannedObject;
  readonly planted?: PlantedWorkflow;
}

function manifestOf(
  seed: RunSeed,
  workflowSpec: JsonObject | undefined,
): Manifest {
  const { namespace, name, project, component, startedBy, rerunOf } = seed;
  const [kind, workflow] = seed.workflow.split('/');
  const ttlAfterCompletion = stringAt(workflowSpec, 'ttlAfterCompletion');
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'WorkflowRun',
    metadata: {
      name,
      namespace,
      labels: {
        ...(project && { 'openchoreo.dev/project': project }),
        ...(component && { 'openchoreo.dev/component': component }),
      },
      annotations: {
        ...(startedBy && { 'openchoreo-planes.dev/triggered-by': startedBy }),
        ...(rerunOf && { 'openchoreo-planes.dev/rerun-of': rerunOf }),
      },
      finalizers: [RUN_FINALIZER],
    },
    spec: {
      ...(ttlAfterCompletion && { ttlAfterCompletion }),
      workflow: {
        kind,
        name: workflow,
        ...(seed.parameters && { parameters: seed.parameters }),
      },
    },
  };
}

/** What the interventions left in the Argo workflow's `spec`. */
function intervened(spec: JsonObject, seed: RunSeed): JsonObject {
  return (seed.interventions ?? []).reduce((current, { action }) => {
    switch (action) {
      case 'suspend':
        return { ...current, suspend: true };
      case 'resume':
        return { ...current, suspend: false };
      case 'stop':
        return { ...current, shutdown: 'Stop' };
      case 'terminate':
        return { ...current, shutdown: 'Terminate' };
      default:
        return current;
    }
  }, spec);
}

function plantedWorkflow(
  seed: RunSeed,
  { workflow }: RenderedRun,
  now: number,
): PlantedWorkflow {
  const createdAt = now - seed.age;
  const metadata = objectAt(workflow, 'metadata');
  const labels = Object.entries(objectAt(metadata, 'labels'));
  const { lock } = seed;
  return {
    namespace: stringAt(metadata, 'namespace') ?? '',
    name: stringAt(metadata, 'name') ?? '',
    labels: Object.fromEntries(
      labels.map(([name, value]) => [name, String(value)]),
    ),
    spec: intervened(steerWorkflow(objectAt(workflow, 'spec'), seed), seed),
    createdAt,
    interventions: seed.interventions?.map(({ after, action, node }) => ({
      at: createdAt + after,
      action,
      node,
    })),
    ...(lock && {
      locks: [
        {
          name: lock.name,
          holder: lock.holder,
          from: createdAt,
          until: now + lock.heldFor,
        },
      ],
    }),
  };
}

/** A status that grows with what the controller finds out. */
class StatusHistory {
  #status: WorkflowRunStatus;

  constructor(createdAt: number) {
    this.#status = {
      startedAt: toKubernetesTime(createdAt),
      conditions: [],
    };
    this.become(PENDING, createdAt);
  }

  get status(): WorkflowRunStatus {
    return this.#status;
  }

  become(
    outcome: RunOutcome,
    at: number,
    further: Partial<WorkflowRunStatus> = {},
  ): void {
    this.#status = {
      ...this.#status,
      ...further,
      conditions: withOutcome(
        { generation: 1, status: this.#status },
        outcome,
        at,
      ),
    };
  }

  end(outcome: RunOutcome, at: number): void {
    this.become(outcome, at, { completedAt: toKubernetesTime(at) });
  }
}

/** The first look of the controller that is not before a time. */
function lookAfter(createdAt: number, time: number): number {
  const first = createdAt + FIRST_LOOK_MS;
  const looks = Math.ceil((time - first) / LOOK_INTERVAL_MS);
  return first + Math.max(looks, 0) * LOOK_INTERVAL_MS;
}

/** Lets the Argo workflow run as long as the controller has looked at it, and writes down what it saw. */
function observe(
  history: StatusHistory,
  planted: PlantedWorkflow,
  { now, simulation }: RunSurroundings,
  { unseenFor = 0 }: RunSeed,
): void {
  const { createdAt, interventions, locks } = planted;
  const simulated = WorkflowSimulation.create({
    ...simulation,
    workflow: plantedObject(planted),
    interventions,
    locks,
  });
  const lastLook = lookAfter(createdAt, now - unseenFor + 1) - LOOK_INTERVAL_MS;
  simulated.advance(lastLook);
  const { status } = simulated.snapshot();
  const phase = stringAt(status, 'phase');
  if (phase === undefined || phase === 'Pending') {
    return;
  }
  const tasks = tasksOfNodes(status);
  history.become(RUNNING, createdAt + FIRST_LOOK_MS, {
    tasks: tasks.length > 0 ? tasks : undefined,
  });
  const finishedAt = Date.parse(stringAt(status, 'finishedAt') ?? '');
  if (!Number.isNaN(finishedAt)) {
    history.end(
      phase === 'Succeeded' ? SUCCEEDED : FAILED,
      lookAfter(createdAt, finishedAt),
    );
  }
}

/** What the controllers have made of a run until the start of the world. */
function statusOf(
  seed: RunSeed,
  surroundings: RunSurroundings,
  rendered: RenderedRun | undefined,
  planted: PlantedWorkflow | undefined,
): WorkflowRunStatus {
  const createdAt = surroundings.now - seed.age;
  const history = new StatusHistory(createdAt);
  if (seed.fate === 'refused') {
    const message = `component "${seed.component}" not found`;
    history.end(componentValidationFailed(message), createdAt);
  } else if (seed.fate === 'workflow-missing') {
    history.end(NOT_FOUND, createdAt);
  } else if (rendered && planted) {
    const resources = rendered.resources.map(referenceTo);
    history.become([], createdAt, {
      runReference: referenceTo(rendered.workflow),
      resources: resources.length > 0 ? resources : undefined,
    });
    if (seed.compressed) {
      history.become(RUNNING, createdAt + FIRST_LOOK_MS);
    } else {
      observe(history, planted, surroundings, seed);
    }
  }
  return history.status;
}

/** Whether a run ever came to its plane. */
function isSubmitted({ fate = 'submitted' }: RunSeed): boolean {
  return fate === 'submitted' || fate === 'argo-gone';
}

/** Works out what has become of a run until the start of the world. Its status is worked out when it is asked for. */
export function planRun(
  seed: RunSeed,
  surroundings: RunSurroundings,
): PlannedRun {
  const { now, workflowSpec, secretStore } = surroundings;
  const manifest = manifestOf(seed, workflowSpec);
  const rendered =
    workflowSpec && isSubmitted(seed)
      ? renderRun({
          namespace: seed.namespace,
          name: seed.name,
          labels: { ...manifest.metadata.labels },
          parameters: seed.parameters ?? {},
          workflowSpec,
          planeNamespace: `workflows-${seed.namespace}`,
          secretStore,
        })
      : undefined;
  const planted = rendered && plantedWorkflow(seed, rendered, now);
  return {
    run: {
      manifest,
      createdAt: now - seed.age,
      status: () => statusOf(seed, surroundings, rendered, planted),
    },
    planted: seed.fate === 'argo-gone' ? undefined : planted,
  };
}
