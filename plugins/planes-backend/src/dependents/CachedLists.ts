import type {
  ControlPlaneReader,
  ResourceList,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { slimObject } from './slimObject';

const FRESH_FOR_MS = 30_000;
const TIMEOUT_MS = 15_000;

/** A list, and when it was read. */
export interface DatedList {
  readonly list: ResourceList;
  readonly readAt: Date;
}

/** What {@link CachedLists} needs. */
export interface CachedListsOptions {
  readonly reader: ControlPlaneReader;
  readonly clock: () => Date;
}

/**
 * Lists of control planes, read at most once in half a minute however many ask.
 *
 * @remarks
 * Failures are kept as long as lists, so that a control plane in trouble is not asked more often than others.
 */
export class CachedLists {
  readonly #options: CachedListsOptions;
  readonly #known = new Map<string, DatedList>();
  readonly #reading = new Map<string, Promise<DatedList>>();

  constructor(options: CachedListsOptions) {
    this.#options = options;
  }

  /** The objects of a plural of a control plane. */
  async get(controlPlane: string, plural: string): Promise<DatedList> {
    const key = `${controlPlane}/${plural}`;
    const known = this.#known.get(key);
    if (known && this.#age(known) < FRESH_FOR_MS) {
      return known;
    }
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#read(controlPlane, plural)
        .then(list => {
          this.#known.set(key, list);
          return list;
        })
        .finally(() => this.#reading.delete(key));
      this.#reading.set(key, reading);
    }
    return reading;
  }

  #age({ readAt }: DatedList): number {
    return this.#options.clock().getTime() - readAt.getTime();
  }

  async #read(controlPlane: string, plural: string): Promise<DatedList> {
    const { reader, clock } = this.#options;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let list: ResourceList;
    try {
      list = await reader.list(controlPlane, plural, { signal });
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
      list = {
        ok: false,
        reason: 'unavailable',
        message: `The control plane did not answer within ${
          TIMEOUT_MS / 1000
        } seconds.`,
      };
    }
    const slim = list.ok
      ? { ok: list.ok, items: list.items.map(slimObject) }
      : list;
    return { list: slim, readAt: clock() };
  }
}
