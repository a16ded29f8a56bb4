import { ServedResource } from '../registry/ResourceRegistry';
import { ResourceStore } from '../storage/ResourceStore';
import { WatchStream } from './WatchStream';

/** Every open watch; each change is turned into text once for all that see it alike. */
export class WatchHub {
  readonly #streams = new Map<ResourceStore, Set<WatchStream>>();
  readonly #unsubscribe = new Map<ResourceStore, () => void>();
  readonly #bookmarkTimer: NodeJS.Timeout;

  constructor(bookmarkIntervalMs: number) {
    this.#bookmarkTimer = setInterval(
      () => this.#sendBookmarks(),
      bookmarkIntervalMs,
    );
    this.#bookmarkTimer.unref();
  }

  /** Tells the stream of every further change; returns what ends that. */
  add({ store }: ServedResource, stream: WatchStream): () => void {
    let streams = this.#streams.get(store);
    if (!streams) {
      streams = new Set();
      this.#streams.set(store, streams);
      this.#unsubscribe.set(store, this.#follow(store, streams));
    }
    streams.add(stream);
    return () => streams.delete(stream);
  }

  /** Ends the watches of a resource. */
  endAll({ store }: ServedResource): void {
    for (const stream of this.#streams.get(store) ?? []) {
      stream.end();
    }
    this.#unsubscribe.get(store)?.();
    this.#unsubscribe.delete(store);
    this.#streams.delete(store);
  }

  /** Stops the bookmarks and forgets every watch. */
  close(): void {
    clearInterval(this.#bookmarkTimer);
    for (const unsubscribe of this.#unsubscribe.values()) {
      unsubscribe();
    }
    this.#streams.clear();
    this.#unsubscribe.clear();
  }

  #follow(store: ResourceStore, streams: Set<WatchStream>): () => void {
    return store.subscribe(event => {
      const serialized = new Map<string, string>();
      for (const stream of streams) {
        stream.offer(event, serialized);
      }
    });
  }

  #sendBookmarks(): void {
    for (const [store, streams] of this.#streams) {
      for (const stream of streams) {
        if (stream.wantsBookmarks) {
          stream.sendBookmark(store.revision);
        }
      }
    }
  }
}
