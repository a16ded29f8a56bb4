import {
  type Plane,
  type PlaneDependents,
  resolveDependents,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { CachedLists, DatedList } from './CachedLists';

/** What {@link PlaneDependentsReader} needs. */
export interface PlaneDependentsReaderOptions {
  readonly inventory: PlaneInventory;
  readonly lists: CachedLists;
  readonly clock: () => Date;
}

const NONE: readonly unknown[] = [];

/** Which plurals of a control plane refer to planes of a type; nothing refers to observability planes but other planes. */
const PLURALS: Record<Plane['planeType'], readonly string[]> = {
  data: ['environments'],
  workflow: ['workflows', 'clusterworkflows'],
  observability: [],
};

/** Finds what depends on a plane. */
export class PlaneDependentsReader {
  readonly #options: PlaneDependentsReaderOptions;

  constructor(options: PlaneDependentsReaderOptions) {
    this.#options = options;
  }

  /** The environments and workflows of the plane's control plane that depend on it; up to half a minute old. */
  async dependentsOf(plane: Plane): Promise<PlaneDependents> {
    const { inventory, lists, clock } = this.#options;
    const { controlPlane } = plane.ref;
    const read = new Map<string, DatedList>(
      await Promise.all(
        PLURALS[plane.planeType].map(
          async plural =>
            [plural, await lists.get(controlPlane, plural)] as const,
        ),
      ),
    );
    const itemsOf = (plural: string) => {
      const list = read.get(plural)?.list;
      return list?.ok ? list.items : NONE;
    };
    const { items, counts } = resolveDependents(
      plane,
      {
        environments: itemsOf('environments'),
        workflows: itemsOf('workflows'),
        clusterWorkflows: itemsOf('clusterworkflows'),
      },
      ref => inventory.get(ref) !== undefined,
    );
    return {
      items,
      counts,
      problems: Array.from(read).flatMap(([resource, { list }]) =>
        list.ok || list.reason === 'not-served'
          ? []
          : [{ resource, message: list.message }],
      ),
      asOf: oldest(read.values(), clock()).toISOString(),
    };
  }
}

function oldest(lists: Iterable<DatedList>, now: Date): Date {
  let time = now;
  for (const { readAt } of lists) {
    if (readAt < time) {
      time = readAt;
    }
  }
  return time;
}
