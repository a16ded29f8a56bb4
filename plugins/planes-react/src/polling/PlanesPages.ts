import {
  PlanesQuery,
  PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesApi } from '../api/PlanesApi';

/** How many planes a request asks for. */
const PAGE_SIZE = 200;

/** The first pages of a list of planes, as one. */
export class PlanesPages {
  readonly #api: PlanesApi;
  readonly #query: PlanesQuery;
  #wanted = PAGE_SIZE;

  constructor(api: PlanesApi, query: PlanesQuery) {
    this.#api = api;
    this.#query = query;
  }

  /**
   * Asks for more planes from the next time on.
   *
   * @returns whether they were not asked for before
   */
  want(planes: number): boolean {
    if (planes <= this.#wanted) {
      return false;
    }
    this.#wanted = Math.ceil(planes / PAGE_SIZE) * PAGE_SIZE;
    return true;
  }

  readonly load = async (signal: AbortSignal): Promise<PlanesResponse> => {
    let page = await this.#page(undefined, signal);
    // By uid, since a plane may move to a later page between two requests.
    const items = new Map(page.items.map(item => [item.uid, item]));
    while (page.pageInfo.nextCursor && items.size < this.#wanted) {
      page = await this.#page(page.pageInfo.nextCursor, signal);
      page.items.forEach(item => items.set(item.uid, item));
    }
    return { ...page, items: [...items.values()] };
  };

  async #page(
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<PlanesResponse> {
    return this.#api.getPlanes(
      { ...this.#query, limit: PAGE_SIZE, cursor },
      { signal },
    );
  }
}
