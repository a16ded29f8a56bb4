import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

type Listener<C> = (changes: readonly C[]) => void;

/** Those who want to hear of changes; one that fails does not keep the others from hearing. */
export class Subscribers<C> {
  readonly #listeners = new Set<Listener<C>>();
  readonly #logger: LoggerService;
  readonly #name: string;

  /** @param options - `name`: what the changes are of, in the log */
  constructor(options: { logger: LoggerService; name: string }) {
    this.#logger = options.logger;
    this.#name = options.name;
  }

  /** @returns a function that ends the subscription */
  add(listener: Listener<C>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(changes: readonly C[]): void {
    if (changes.length === 0) {
      return;
    }
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        this.#logger.error(
          `A listener of the ${this.#name} failed`,
          toError(error),
        );
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
