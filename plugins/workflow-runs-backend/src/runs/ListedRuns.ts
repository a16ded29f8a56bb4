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
  /** By uid; not weakly by run, which the garbage collector would pay for with every list. */
  readonly #known = new Map<string, ListedRun>();
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
      this.#known.clear();
    }
    const key = `${revision}/${planesVersion}`;
    if (this.#current?.key !== key) {
      const items = runs.map(run => this.#listed(run));
      if (this.#known.size > items.length) {
        this.#forgetOthers(items);
      }
      this.#current = { key, items };
    }
    return this.#current.items;
  }

  #listed(run: Run): ListedRun {
    let listed = this.#known.get(run.uid);
    if (listed?.run !== run) {
      const resolution = this.#options.planes.planeOf(run);
      listed = resolution.ok
        ? { run, planeUid: resolution.plane.uid }
        : { run };
      this.#known.set(run.uid, listed);
    }
    return listed;
  }

  #forgetOthers(items: readonly ListedRun[]): void {
    this.#known.clear();
    for (const listed of items) {
      this.#known.set(listed.run.uid, listed);
    }
  }
}
