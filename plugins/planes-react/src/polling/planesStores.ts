import {
  HistoryWindow,
  KindsResponse,
  PlaneDependents,
  PlaneHistory,
  PlaneResponse,
  PlanesQuery,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesApi } from '../api/PlanesApi';
import { Pages } from './Pages';
import { PollingStore } from './PollingStore';
import { StoreCache } from './StoreCache';
import { UpdatePace } from './UpdatePace';

/** How many planes a request asks for. */
const PAGE_SIZE = 200;
const DEPENDENTS_INTERVAL_MS = 60_000;
const KINDS_INTERVAL_MS = 5 * 60_000;

/** A list of planes that grows as its reader scrolls. */
export interface PagedPlanes {
  store: PollingStore<PlanesResponse>;
  /** Has at least so many planes loaded, if there are so many. */
  want: (planes: number) => void;
}

class PlanesStores {
  readonly pace = new UpdatePace();
  readonly kinds: PollingStore<KindsResponse>;
  readonly #api: PlanesApi;
  readonly #lists = new StoreCache<PlanesResponse>();
  readonly #planes = new StoreCache<PlaneResponse>();
  readonly #histories = new StoreCache<PlaneHistory>();
  readonly #dependents = new StoreCache<PlaneDependents>();

  constructor(api: PlanesApi) {
    this.#api = api;
    this.kinds = new PollingStore({
      load: signal => api.getKinds({ signal }),
      intervalMs: () => KINDS_INTERVAL_MS,
    });
  }

  list(query: PlanesQuery): PollingStore<PlanesResponse> {
    return this.#lists.get(JSON.stringify(query), () =>
      this.#signalled(signal => this.#api.getPlanes(query, { signal })),
    );
  }

  /** Made anew for each caller, since each scrolls for itself. */
  pages(query: PlanesQuery): PagedPlanes {
    const pages = new Pages({
      loadPage: (page, signal): Promise<PlanesResponse> =>
        this.#api.getPlanes({ ...query, ...page }, { signal }),
      pageSize: PAGE_SIZE,
    });
    const store = this.#signalled(pages.load);
    const want = (planes: number) => {
      if (pages.want(planes)) {
        store.refresh();
      }
    };
    return { store, want };
  }

  plane(uid: string): PollingStore<PlaneResponse> {
    return this.#planes.get(uid, () =>
      this.#signalled(signal => this.#api.getPlane(uid, { signal })),
    );
  }

  history(uid: string, window: HistoryWindow): PollingStore<PlaneHistory> {
    return this.#histories.get(`${window}/${uid}`, () =>
      this.#signalled(signal =>
        this.#api.getPlaneHistory(uid, window, { signal }),
      ),
    );
  }

  dependents(uid: string): PollingStore<PlaneDependents> {
    return this.#dependents.get(
      uid,
      () =>
        new PollingStore({
          load: signal => this.#api.getPlaneDependents(uid, { signal }),
          intervalMs: () => DEPENDENTS_INTERVAL_MS,
        }),
    );
  }

  #signalled<T>(load: (signal: AbortSignal) => Promise<T>): PollingStore<T> {
    return new PollingStore({ load, intervalMs: () => this.pace.intervalMs });
  }
}

const storesByApi = new WeakMap<PlanesApi, PlanesStores>();

/** The stores that every component of the page shares, so that a plane is asked for once, not once per card. */
export function planesStores(api: PlanesApi): PlanesStores {
  const known = storesByApi.get(api);
  if (known) {
    return known;
  }
  const stores = new PlanesStores(api);
  storesByApi.set(api, stores);
  return stores;
}
