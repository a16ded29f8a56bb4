import {
  Pages,
  PollingStore,
  StoreCache,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunBaseline,
  RunResponse,
  RunsQuery,
  RunsResponse,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { WorkflowRunsApi } from '../api/WorkflowRunsApi';
import { runInterval, timelineInterval } from './runPace';

const RUNS_INTERVAL_MS = 5_000;
/** A reader far down a long list asks less often, since all pages above are asked for again each time. */
const PAGE_INTERVAL_MS = 2_500;
/** How many runs a request asks for. */
const PAGE_SIZE = 200;
const BASELINE_INTERVAL_MS = 5 * 60_000;
/** A timeline of 10 000 nodes takes some megabytes. */
const MAX_TIMELINES = 4;

/** A list of runs that grows as its reader scrolls. */
export interface PagedRuns {
  store: PollingStore<RunsResponse>;
  /** Has at least so many runs loaded, if there are so many. */
  want: (runs: number) => void;
}

class RunsStores {
  readonly #api: WorkflowRunsApi;
  readonly #lists = new StoreCache<RunsResponse>();
  readonly #runs = new StoreCache<RunResponse>();
  readonly #timelines = new StoreCache<TimelineResponse>({
    maxStores: MAX_TIMELINES,
  });
  readonly #baselines = new StoreCache<RunBaseline>();

  constructor(api: WorkflowRunsApi) {
    this.#api = api;
  }

  list(query: RunsQuery): PollingStore<RunsResponse> {
    return this.#lists.get(
      JSON.stringify(query),
      () =>
        new PollingStore({
          load: signal => this.#api.listRuns(query, { signal }),
          intervalMs: () => RUNS_INTERVAL_MS,
        }),
    );
  }

  /** Made anew for each caller, since each scrolls for itself. */
  pages(query: RunsQuery): PagedRuns {
    const pages = new Pages({
      loadPage: (page, signal): Promise<RunsResponse> =>
        this.#api.listRuns({ ...query, ...page }, { signal }),
      pageSize: PAGE_SIZE,
    });
    const store = new PollingStore({
      load: pages.load,
      intervalMs: () => RUNS_INTERVAL_MS + (pages.count - 1) * PAGE_INTERVAL_MS,
    });
    const want = (runs: number) => {
      if (pages.want(runs)) {
        store.refresh();
      }
    };
    return { store, want };
  }

  run(uid: string): PollingStore<RunResponse> {
    return this.#runs.get(
      uid,
      () =>
        new PollingStore({
          load: signal => this.#api.getRun(uid, { signal }),
          intervalMs: runInterval,
        }),
    );
  }

  timeline(uid: string): PollingStore<TimelineResponse> {
    return this.#timelines.get(
      uid,
      () =>
        new PollingStore({
          load: signal => this.#api.getTimeline(uid, { signal }),
          intervalMs: timelineInterval,
        }),
    );
  }

  baseline(uid: string): PollingStore<RunBaseline> {
    return this.#baselines.get(
      uid,
      () =>
        new PollingStore({
          load: signal => this.#api.getBaseline(uid, { signal }),
          intervalMs: () => BASELINE_INTERVAL_MS,
        }),
    );
  }
}

const storesByApi = new WeakMap<WorkflowRunsApi, RunsStores>();

/** The stores that every component of the page shares, so that a run is asked for once, not once per card. */
export function runsStores(api: WorkflowRunsApi): RunsStores {
  const known = storesByApi.get(api);
  if (known) {
    return known;
  }
  const stores = new RunsStores(api);
  storesByApi.set(api, stores);
  return stores;
}
