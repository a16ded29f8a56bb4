/**
 * One page of a list.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  pageInfo: { nextCursor?: string };
}

/**
 * Options of {@link Pages}.
 *
 * @public
 */
export interface PagesOptions<P> {
  /** Reads the page that a cursor stands for; without one, the first. */
  loadPage: (
    page: { limit: number; cursor?: string },
    signal: AbortSignal,
  ) => Promise<P>;
  /** How many items a request asks for. */
  pageSize: number;
}

/**
 * The first pages of a list, as one.
 *
 * @public
 */
export class Pages<T extends { uid: string }, P extends Page<T>> {
  readonly #loadPage: PagesOptions<P>['loadPage'];
  readonly #pageSize: number;
  #wanted: number;

  constructor(options: PagesOptions<P>) {
    this.#loadPage = options.loadPage;
    this.#pageSize = options.pageSize;
    this.#wanted = options.pageSize;
  }

  /** How many pages are asked for, if there are so many. */
  get count(): number {
    return this.#wanted / this.#pageSize;
  }

  /**
   * Asks for more items from the next time on.
   *
   * @returns whether they were not asked for before
   */
  want(items: number): boolean {
    if (items <= this.#wanted) {
      return false;
    }
    this.#wanted = Math.ceil(items / this.#pageSize) * this.#pageSize;
    return true;
  }

  /** Reads all pages that are asked for, one after the other. */
  readonly load = async (signal: AbortSignal): Promise<P> => {
    let page = await this.#page(undefined, signal);
    // By uid, since an item may move to a later page between two requests.
    const items = new Map(page.items.map(item => [item.uid, item]));
    while (page.pageInfo.nextCursor && items.size < this.#wanted) {
      page = await this.#page(page.pageInfo.nextCursor, signal);
      page.items.forEach(item => items.set(item.uid, item));
    }
    return { ...page, items: [...items.values()] };
  };

  async #page(cursor: string | undefined, signal: AbortSignal): Promise<P> {
    return this.#loadPage({ limit: this.#pageSize, cursor }, signal);
  }
}
