import type { LoggerService } from '@backstage/backend-plugin-api';
import { OutageLog } from '../log';

type Listener<C> = (changes: readonly C[]) => void;

/** Those who want to hear of changes; one that fails does not keep the others from hearing. */
export class Subscribers<C> {
  readonly #listeners = new Map<Listener<C>, OutageLog>();
  readonly #logger: LoggerService;
  readonly #name: string;

  /** @param options - `name`: what the changes are of, in the log */
  constructor(options: { logger: LoggerService; name: string }) {
    this.#logger = options.logger;
    this.#name = options.name;
  }

  /** @returns a function that ends the subscription */
  add(listener: Listener<C>): () => void {
    const task = `tell a listener of changes of the ${this.#name}`;
    const outages = new OutageLog({ logger: this.#logger, task });
    this.#listeners.set(listener, outages);
    return () => this.#listeners.delete(listener);
  }

  emit(changes: readonly C[]): void {
    if (changes.length === 0) {
      return;
    }
    for (const [listener, outages] of this.#listeners) {
      try {
        listener(changes);
        outages.worked();
      } catch (error) {
        outages.failed(error);
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
