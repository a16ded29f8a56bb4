import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  ListedRun,
  Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunInventory } from '../inventory';
import type { RunPlanes } from '../planes';
import type { Workflows } from '../workflows';

/** What {@link ListedRuns} needs. */
export interface ListedRunsOptions {
  readonly inventory: Pick<RunInventory, 'snapshot'>;
  readonly planeInventory: Pick<PlaneInventory, 'snapshot'>;
  readonly planes: Pick<RunPlanes, 'planeOf'>;
  readonly workflows: Pick<Workflows, 'snapshot'>;
}

/**
 * Every run with the uid of its plane.
 *
 * @remarks
 * Lists of ten thousand runs are asked for many times a second. So the plane of a run is found once, until planes or workflows
 * change.
 */
export class ListedRuns {
  readonly #options: ListedRunsOptions;
  #known = new WeakMap<Run, ListedRun>();
  #planesVersion: string | undefined;
  #current: { key: string; items: readonly ListedRun[] } | undefined;

  constructor(options: ListedRunsOptions) {
    this.#options = options;
  }

  /** The same array until something changes. */
  all(): readonly ListedRun[] {
    const { inventory, planeInventory, workflows } = this.#options;
    const { runs, revision } = inventory.snapshot();
    const { specRevision } = planeInventory.snapshot();
    const planesVersion = `${specRevision}/${workflows.snapshot().revision}`;
    if (planesVersion !== this.#planesVersion) {
      this.#planesVersion = planesVersion;
      this.#known = new WeakMap();
    }
    const key = `${revision}/${planesVersion}`;
    if (this.#current?.key !== key) {
      this.#current = { key, items: runs.map(run => this.#listed(run)) };
    }
    return this.#current.items;
  }

  #listed(run: Run): ListedRun {
    let listed = this.#known.get(run);
    if (!listed) {
      const resolution = this.#options.planes.planeOf(run);
      listed = resolution.ok
        ? { run, planeUid: resolution.plane.uid }
        : { run };
      this.#known.set(run, listed);
    }
    return listed;
  }
}
