import { JsonObject, jsonEqual, objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { ApiClient } from '../kubernetes/ApiClient';
import { ApiError } from '../kubernetes/ApiError';
import { objectPath, openchoreoPath } from '../kubernetes/paths';
import { ReconcileOutcome } from '../ResourceController';
import { Timing } from '../timing';
import { nextStep } from './nextStep';
import { deleteObject } from './planeObjects';
import { PlaneClusterOpener } from './PlaneTunnels';
import { renderRun } from './render/renderRun';
import { resolveWorkflow } from './resolveWorkflow';
import {
  ResolvedWorkflowPlane,
  resolveWorkflowPlane,
} from './resolveWorkflowPlane';
import {
  componentValidationFailed,
  FAILED,
  NOT_FOUND,
  PLANE_NOT_FOUND,
  planeResolutionFailed,
  RunOutcome,
  RUNNING,
  SUCCEEDED,
  withOutcome,
  workflowResolutionFailed,
} from './runConditions';
import { tasksOfNodes } from './runTasks';
import { submitRun } from './submitRun';
import { validateComponent } from './validateComponent';
import {
  readWorkflowRun,
  ResourceReference,
  RUN_FINALIZER,
  WorkflowRunResource,
  WorkflowRunStatus,
} from './workflowRunResource';

/** How long the controller of workflow runs waits, in milliseconds. @public */
export interface WorkflowRunIntervals {
  /** Until it looks at a running Argo workflow again; 20 000 with OpenChoreo. */
  readonly syncMs: number;
  /** Until it looks again at one that Argo has not begun with. */
  readonly pendingMs: number;
  /** Until it looks again for a plane that does not exist. */
  readonly planeNotFoundMs: number;
  /** Until it asks again for a workflow or a plane that could not be read. */
  readonly resolutionFailedMs: number;
  /** The longest pause between attempts to reach a plane. */
  readonly maxPauseMs: number;
}

/** What a {@link WorkflowRunReconciler} works with. */
export interface WorkflowRunReconcilerOptions {
  readonly client: Pick<ApiClient, 'get'>;
  readonly tunnels: PlaneClusterOpener;
  readonly timing: Timing;
  readonly intervals: WorkflowRunIntervals;
}

/** The workflow of a run, and the plane that it goes to. */
interface Target {
  readonly workflowSpec: JsonObject;
  readonly plane: ResolvedWorkflowPlane;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function addressOf({ namespace, name }: WorkflowRunResource) {
  return { plural: 'workflowruns', namespace, name };
}

/** A change of a run itself. */
function patchRun(
  run: WorkflowRunResource,
  patch: JsonObject,
): ReconcileOutcome {
  const { resourceVersion } = run;
  return {
    write: {
      path: openchoreoPath(addressOf(run)),
      patch: {
        ...patch,
        metadata: { ...objectAt(patch, 'metadata'), resourceVersion },
      },
    },
  };
}

/** A change of a run's status, if there is one; else when to look again. */
function patchStatus(
  run: WorkflowRunResource,
  status: WorkflowRunStatus,
  again?: number,
): ReconcileOutcome {
  const { resourceVersion } = run;
  return jsonEqual(status, run.status)
    ? { again }
    : {
        write: {
          path: openchoreoPath({ ...addressOf(run), subresource: 'status' }),
          patch: {
            metadata: { resourceVersion },
            // In a merge patch, null removes: the tasks go when Argo begins to compress its nodes.
            status: { ...status, tasks: status.tasks ?? null },
          },
        },
        again,
      };
}

/** Looks at a run once and does the next thing, in the order of the real controller. */
export class WorkflowRunReconciler {
  readonly #options: WorkflowRunReconcilerOptions;

  constructor(options: WorkflowRunReconcilerOptions) {
    this.#options = options;
  }

  /**
   * Does the next thing.
   *
   * @throws Error where a plane cannot be reached or a template cannot be rendered, which the run's status does not tell
   */
  async reconcile(object: JsonObject): Promise<ReconcileOutcome> {
    const run = readWorkflowRun(object);
    if (!run) {
      return {};
    }
    const next = nextStep(run, this.#options.timing.now());
    switch (next.step) {
      case 'none':
        return {};
      case 'wait':
        return { again: next.milliseconds };
      case 'add-finalizer':
        return patchRun(run, {
          metadata: { finalizers: [...run.finalizers, RUN_FINALIZER] },
        });
      case 'expire':
        return {
          write: { path: openchoreoPath(addressOf(run)), remove: true },
        };
      case 'update-status':
        return patchStatus(run, next.status);
      case 'clean-up':
        return this.#cleanUp(run);
      default:
        return this.#proceed(run);
    }
  }

  /** Validates and submits a run that is not submitted, or looks at its Argo workflow. */
  async #proceed(run: WorkflowRunResource): Promise<ReconcileOutcome> {
    const { client } = this.#options;
    const { runReference } = run.status;
    const refusal = runReference
      ? undefined
      : await validateComponent(client, run);
    if (refusal) {
      return this.#become(run, componentValidationFailed(refusal));
    }
    const target = await this.#resolve(run);
    if ('outcome' in target) {
      return this.#become(run, target.outcome, {}, target.again);
    }
    return runReference
      ? this.#sync(run, target, runReference)
      : this.#submit(run, target);
  }

  /** Finds out where a run belongs, or what becomes of it if that is nowhere. */
  async #resolve(
    run: WorkflowRunResource,
  ): Promise<Target | { outcome: RunOutcome; again?: number }> {
    const { client, intervals } = this.#options;
    const again = intervals.resolutionFailedMs;
    let workflowSpec: JsonObject;
    try {
      workflowSpec = await resolveWorkflow(client, run);
    } catch (error) {
      return ApiError.hasStatus(error, 404)
        ? { outcome: NOT_FOUND }
        : { outcome: workflowResolutionFailed(messageOf(error)), again };
    }
    try {
      const plane = await resolveWorkflowPlane(
        client,
        run.namespace,
        workflowSpec,
      );
      return { workflowSpec, plane };
    } catch (error) {
      return ApiError.hasStatus(error, 404)
        ? { outcome: PLANE_NOT_FOUND, again: intervals.planeNotFoundMs }
        : { outcome: planeResolutionFailed(messageOf(error)), again };
    }
  }

  async #submit(
    run: WorkflowRunResource,
    { workflowSpec, plane }: Target,
  ): Promise<ReconcileOutcome> {
    const ttlAfterCompletion = textAt(workflowSpec, 'ttlAfterCompletion');
    if (run.ttlAfterCompletion === undefined && ttlAfterCompletion) {
      return patchRun(run, { spec: { ttlAfterCompletion } });
    }
    const submitted = await submitRun(
      this.#options.tunnels.open(plane.address),
      renderRun({
        ...run,
        parameters: run.workflow.parameters,
        workflowSpec,
        planeNamespace: `${plane.namespacePrefix}${run.namespace}`,
        secretStore: plane.secretStore,
      }),
    );
    return patchStatus(run, { ...run.status, ...submitted });
  }

  async #sync(
    run: WorkflowRunResource,
    { plane }: Target,
    reference: ResourceReference,
  ): Promise<ReconcileOutcome> {
    const cluster = this.#options.tunnels.open(plane.address);
    let argoStatus: JsonObject;
    try {
      const workflow = await cluster.get(objectPath(reference).object);
      argoStatus = objectAt(workflow, 'status');
    } catch (error) {
      if (ApiError.hasStatus(error, 404)) {
        return this.#become(run, NOT_FOUND);
      }
      throw error;
    }
    const { syncMs, pendingMs } = this.#options.intervals;
    const found = tasksOfNodes(argoStatus);
    const tasks = found.length > 0 ? found : undefined;
    switch (argoStatus.phase) {
      case 'Running':
        return this.#become(run, RUNNING, { tasks }, syncMs);
      case 'Succeeded':
        return this.#become(run, SUCCEEDED, { tasks });
      case 'Failed':
      case 'Error':
        return this.#become(run, FAILED, { tasks });
      default:
        return this.#become(run, [], { tasks }, pendingMs);
    }
  }

  /** Deletes what was created for a run, if it is known where that is, and lets the run go. */
  async #cleanUp(run: WorkflowRunResource): Promise<ReconcileOutcome> {
    const { runReference, resources = [] } = run.status;
    const target = await this.#resolve(run);
    if ('plane' in target) {
      const cluster = this.#options.tunnels.open(target.plane.address);
      for (const reference of [
        ...resources,
        ...(runReference ? [runReference] : []),
      ]) {
        await deleteObject(cluster, reference);
      }
    } else if (![NOT_FOUND, PLANE_NOT_FOUND].includes(target.outcome)) {
      throw new Error('The workflow or its plane cannot be read');
    }
    return patchRun(run, {
      metadata: {
        finalizers: run.finalizers.filter(each => each !== RUN_FINALIZER),
      },
    });
  }

  #become(
    run: WorkflowRunResource,
    outcome: RunOutcome,
    further: Partial<WorkflowRunStatus> = {},
    again?: number,
  ): ReconcileOutcome {
    const now = this.#options.timing.now();
    return patchStatus(
      run,
      {
        ...run.status,
        ...further,
        conditions: withOutcome(run, outcome, now),
      },
      again,
    );
  }
}
