import {
  knownKinds,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type ExplainedPlane,
  explainRun,
  failedTaskOf,
  type Run,
  type RunPlane,
  type RunSummary,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunInventory } from '../inventory';
import type { RunPlanes } from '../planes';
import type { PlaneLinks } from './PlaneLinks';

/** Tasks that a row has room for. */
const MAX_TASKS = 40;

/** What {@link RunSummaries} needs. */
export interface RunSummariesOptions {
  readonly inventory: Pick<RunInventory, 'sourceOf'>;
  readonly links: PlaneLinks;
  readonly planeInventory: Pick<PlaneInventory, 'snapshot'>;
  readonly planes: Pick<RunPlanes, 'planeOf'>;
}

/** Tells of runs what a list shows. */
export class RunSummaries {
  readonly #options: RunSummariesOptions;

  constructor(options: RunSummariesOptions) {
    this.#options = options;
  }

  /** @param options - `isPlaneVisible`: whether the caller may see a plane with this uid */
  summarize(
    run: Run,
    options: {
      readonly now: Date;
      readonly isPlaneVisible: (uid: string) => boolean;
    },
  ): RunSummary {
    const { inventory, links } = this.#options;
    const { uid, ref, phase, workflow, project, component, createdAt } = run;
    const { startedAt, completedAt } = run;
    const plane = links.linkOf(run, {
      now: options.now,
      isVisible: options.isPlaneVisible,
    });
    const explanation = explainRun({
      run,
      now: options.now.getTime(),
      plane: this.#explained(run, plane),
    });
    const failed = failedTaskOf(run);
    return {
      uid,
      ref,
      phase,
      ...(explanation && { explanation }),
      ...(workflow && { workflow }),
      ...(project !== undefined && { project }),
      ...(component !== undefined && { component }),
      trigger: run.trigger,
      source: run.source,
      ...(plane && { plane }),
      createdAt,
      ...(startedAt !== undefined && { startedAt }),
      ...(completedAt !== undefined && { completedAt }),
      ...(failed && { failedTask: failed.title }),
      tasks: run.tasks.slice(0, MAX_TASKS).map(task => ({ ...task })),
      taskCount: run.tasks.length,
      sourceState: inventory.sourceOf(run)?.state ?? 'syncing',
    };
  }

  /** The plane of a run as far as it explains how the run stands. */
  #explained(
    run: Run,
    link: RunPlane | undefined,
  ): ExplainedPlane | 'unknown' | undefined {
    const { planes, planeInventory } = this.#options;
    const resolution = planes.planeOf(run);
    if (resolution.ok) {
      return link;
    }
    const { wanted } = resolution;
    if (!wanted) {
      return 'unknown';
    }
    const isKnown = knownKinds(planeInventory.snapshot().sources);
    return isKnown(wanted.controlPlane, wanted.kind) ? undefined : 'unknown';
  }
}
