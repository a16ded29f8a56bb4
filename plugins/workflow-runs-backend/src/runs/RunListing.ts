import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  queryRuns,
  type Run,
  type RunsQuery,
  type RunsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunInventory } from '../inventory';
import type { ListedRuns } from './ListedRuns';
import type { PlaneVisibility } from './PlaneVisibility';
import type { RunSummaries } from './RunSummaries';

/** What {@link RunListing} needs. */
export interface RunListingOptions {
  readonly inventory: Pick<RunInventory, 'sources'>;
  readonly listed: ListedRuns;
  readonly planeVisibility: PlaneVisibility;
  readonly summaries: RunSummaries;
}

/** Answers queries for runs. */
export class RunListing {
  readonly #options: RunListingOptions;

  constructor(options: RunListingOptions) {
    this.#options = options;
  }

  /**
   * One page of runs, and figures over all of them.
   *
   * @param isVisible - tells which runs the caller may see; nothing of the others is in the answer, not even their number
   * @throws InvalidCursorError
   */
  async list(
    query: RunsQuery,
    options: {
      readonly now: Date;
      readonly isVisible: (run: Run) => boolean;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<RunsResponse> {
    const { inventory, listed, planeVisibility, summaries } = this.#options;
    const { now, isVisible, credentials } = options;
    const visible = listed.all().filter(({ run }) => isVisible(run));
    const page = queryRuns(visible, query, now.getTime());
    const isPlaneVisible = await planeVisibility.of(
      page.items.flatMap(({ planeUid }) => planeUid ?? []),
      credentials,
    );
    return {
      items: page.items.map(({ run }) =>
        summaries.summarize(run, { now, isPlaneVisible }),
      ),
      totalItems: page.totalItems,
      pageInfo: {
        ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      },
      counts: page.counts,
      asOf: now.toISOString(),
      sources: [...inventory.sources()],
    };
  }
}
