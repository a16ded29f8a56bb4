import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Logs what is tried again and again: once when it begins to fail, once when it works again. */
export class OutageLog {
  readonly #logger: LoggerService;
  readonly #task: string;
  #failing = false;

  /** @param task - what is tried, such that "Cannot ..." is a sentence */
  constructor(logger: LoggerService, task: string) {
    this.#logger = logger;
    this.#task = task;
  }

  failed(error: unknown): void {
    if (!this.#failing) {
      this.#failing = true;
      this.#logger.warn(
        `Cannot ${this.#task}; trying again until it works`,
        toError(error),
      );
    }
  }

  worked(): void {
    if (this.#failing) {
      this.#failing = false;
      this.#logger.info(`Can ${this.#task} again`);
    }
  }
}
