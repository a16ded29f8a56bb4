import type {
  Run,
  RunSummary,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunInventory } from '../inventory';
import type { PlaneLinks } from './PlaneLinks';

/** Tasks that a row has room for. */
const MAX_TASKS = 40;

/** What {@link RunSummaries} needs. */
export interface RunSummariesOptions {
  readonly inventory: Pick<RunInventory, 'sourceOf'>;
  readonly links: PlaneLinks;
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
    return {
      uid,
      ref,
      phase,
      ...(workflow && { workflow }),
      ...(project !== undefined && { project }),
      ...(component !== undefined && { component }),
      trigger: run.trigger,
      source: run.source,
      ...(plane && { plane }),
      createdAt,
      ...(startedAt !== undefined && { startedAt }),
      ...(completedAt !== undefined && { completedAt }),
      tasks: run.tasks.slice(0, MAX_TASKS).map(task => ({ ...task })),
      taskCount: run.tasks.length,
      sourceState: inventory.sourceOf(run)?.state ?? 'syncing',
    };
  }
}
