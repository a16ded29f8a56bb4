import {
  type Plane,
  type PlanesQuery,
  type PlanesResponse,
  queryPlanes,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { HistoryReader } from '../history';
import type { PlaneSummaries } from './PlaneSummaries';
import { visibleSources } from './visibleSources';

/** What {@link PlaneListing} needs. */
export interface PlaneListingOptions {
  readonly inventory: PlaneInventory;
  readonly summaries: PlaneSummaries;
  readonly history: Pick<HistoryReader, 'recent' | 'fleetUptime'>;
}

/** Answers queries for planes. */
export class PlaneListing {
  readonly #options: PlaneListingOptions;

  constructor(options: PlaneListingOptions) {
    this.#options = options;
  }

  /**
   * One page of planes, and figures over all of them.
   *
   * @param isVisible - tells which planes the caller may see; nothing of the others is in the answer, not even their number
   * @throws InvalidCursorError
   */
  list(
    query: PlanesQuery,
    options: { now: Date; isVisible: (plane: Plane) => boolean },
  ): PlanesResponse {
    const { inventory, summaries, history } = this.#options;
    const { now, isVisible } = options;
    const all = summaries.all(now);
    const visible = all.filter(({ plane }) => isVisible(plane));
    const page = queryPlanes(
      visible.map(({ summary }) => summary),
      query,
    );
    const { sources, gateways } = inventory.snapshot();
    const fleetUptime = history.fleetUptime(
      visible.map(({ plane }) => plane.uid),
    );
    return {
      items: page.items.map(summary => {
        const recent = history.recent(summary.uid);
        return recent ? { ...summary, recent } : summary;
      }),
      totalItems: page.totalItems,
      pageInfo: {
        ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      },
      counts: page.counts,
      ...(fleetUptime !== undefined && { fleetUptime }),
      asOf: now.toISOString(),
      sources:
        visible.length === all.length
          ? [...sources]
          : visibleSources(
              sources,
              visible.map(({ plane }) => plane),
            ),
      gateways: [...gateways],
    };
  }
}
