import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
  stringsIn,
} from '../../objects/json';
import { integerAt, listAt, textAt } from '../fields';
import { Condition, readConditions } from '../planeResource';

/** Keeps a run until its Argo workflow is deleted. */
export const RUN_FINALIZER = 'openchoreo.dev/workflowrun-cleanup';

/** Names an object in a workflow plane's cluster. @public */
export interface ResourceReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for what belongs to the whole cluster. */
  readonly namespace?: string;
}

/** A task of a run's status: a pod of its Argo workflow. @public */
export interface WorkflowTask {
  readonly name: string;
  readonly phase?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly message?: string;
}

/** `status` of a WorkflowRun. @public */
export interface WorkflowRunStatus {
  readonly conditions: readonly Condition[];
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly runReference?: ResourceReference;
  /** What was applied besides the Argo workflow. */
  readonly resources?: readonly ResourceReference[];
  readonly tasks?: readonly WorkflowTask[];
}

/** The part of a WorkflowRun that its controller acts on. */
export interface WorkflowRunResource {
  readonly namespace: string;
  readonly name: string;
  readonly resourceVersion: string;
  readonly generation: number;
  readonly finalizers: readonly string[];
  readonly deleting: boolean;
  readonly labels: JsonObject;
  readonly workflow: {
    /** `Workflow` before OpenChoreo 1.0, which knew no other. */
    readonly kind: string;
    readonly name: string;
    readonly parameters: JsonObject;
  };
  readonly ttlAfterCompletion?: string;
  readonly status: WorkflowRunStatus;
}

function readReference(reference: unknown): ResourceReference | undefined {
  const name = textAt(reference, 'name');
  return name === undefined
    ? undefined
    : {
        apiVersion: stringAt(reference, 'apiVersion') ?? '',
        kind: stringAt(reference, 'kind') ?? '',
        name,
        namespace: textAt(reference, 'namespace'),
      };
}

function readTask(task: unknown): WorkflowTask | undefined {
  const name = textAt(task, 'name');
  return name === undefined
    ? undefined
    : {
        name,
        phase: textAt(task, 'phase'),
        startedAt: textAt(task, 'startedAt'),
        completedAt: textAt(task, 'completedAt'),
        message: textAt(task, 'message'),
      };
}

/** All of a list that can be read; undefined where there is no list. */
function readList<T>(
  status: JsonObject,
  field: string,
  read: (value: unknown) => T | undefined,
): readonly T[] | undefined {
  return status[field] === undefined
    ? undefined
    : listAt(status, field).flatMap(item => read(item) ?? []);
}

/** Reads a run out of what the API server returned; undefined where it names no workflow. */
export function readWorkflowRun(
  object: JsonObject,
): WorkflowRunResource | undefined {
  const metadata = objectAt(object, 'metadata');
  const spec = objectAt(object, 'spec');
  const status = objectAt(object, 'status');
  const name = textAt(metadata, 'name');
  const namespace = textAt(metadata, 'namespace');
  const workflow = objectAt(spec, 'workflow');
  const workflowName = textAt(workflow, 'name');
  if (!name || !namespace || !workflowName) {
    return undefined;
  }
  return {
    namespace,
    name,
    resourceVersion: textAt(metadata, 'resourceVersion') ?? '',
    generation: integerAt(metadata, 'generation') ?? 0,
    finalizers: stringsIn(metadata.finalizers),
    deleting: textAt(metadata, 'deletionTimestamp') !== undefined,
    labels: objectAt(metadata, 'labels'),
    workflow: {
      kind: textAt(workflow, 'kind') ?? 'Workflow',
      name: workflowName,
      parameters: isJsonObject(workflow.parameters) ? workflow.parameters : {},
    },
    ttlAfterCompletion: textAt(spec, 'ttlAfterCompletion'),
    status: {
      conditions: readConditions(status),
      startedAt: textAt(status, 'startedAt'),
      completedAt: textAt(status, 'completedAt'),
      runReference: readReference(status.runReference),
      resources: readList(status, 'resources', readReference),
      tasks: readList(status, 'tasks', readTask),
    },
  };
}
