import {
  PlaneResponse,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesApi } from '../api/PlanesApi';
import { PollingStore } from './PollingStore';

const POLL_INTERVAL_MS = 10_000;
const MAX_PLANES = 100;

class PlanesStores {
  readonly #api: PlanesApi;
  readonly #planes: PollingStore<PlanesResponse>;
  readonly #plane = new Map<string, PollingStore<PlaneResponse>>();

  constructor(api: PlanesApi) {
    this.#api = api;
    this.#planes = new PollingStore({
      load: signal => api.getPlanes({ signal }),
      intervalMs: POLL_INTERVAL_MS,
    });
  }

  planes(): PollingStore<PlanesResponse> {
    return this.#planes;
  }

  plane(uid: string): PollingStore<PlaneResponse> {
    const known = this.#plane.get(uid);
    if (known) {
      return known;
    }
    const store = new PollingStore({
      load: signal => this.#api.getPlane(uid, { signal }),
      intervalMs: POLL_INTERVAL_MS,
    });
    this.#forgetIdle();
    this.#plane.set(uid, store);
    return store;
  }

  #forgetIdle(): void {
    for (const [uid, store] of this.#plane) {
      if (this.#plane.size < MAX_PLANES) {
        return;
      }
      if (store.idle) {
        this.#plane.delete(uid);
      }
    }
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
