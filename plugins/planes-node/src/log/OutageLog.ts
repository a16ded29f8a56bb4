import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { describeDuration } from './describeDuration';

/** How often what stays broken is told again. */
const REMINDER_MS = 10 * 60_000;
/** What broke, recovered and breaks again is told again only if it lasts so long. */
const RELAPSE_MS = 60_000;

/** Options of {@link OutageLog}. @public */
export interface OutageLogOptions {
  readonly logger: LoggerService;
  /** What is tried, such that "Cannot ..." is a sentence. */
  readonly task: string;
  readonly clock?: () => Date;
}

/** What {@link OutageLog} is told of a failure besides the error. @public */
export interface OutageDetails {
  /** What failed, where parts of the task fail for themselves; the outage is over when every part works again. */
  readonly part?: string;
  /** The class of the error: within an outage, another one is told at once. All errors are of one class unless given. */
  readonly reason?: string;
}

/**
 * Logs what is tried again and again: once when it begins to fail, once when it works again, and every ten minutes that it
 * still fails.
 *
 * @public
 */
export class OutageLog {
  readonly #logger: LoggerService;
  readonly #task: string;
  readonly #clock: () => Date;
  readonly #failing = new Set<string>();
  /** When a reason was told last; they outlive an outage, so that one that comes and goes does not fill the log. */
  readonly #toldAt = new Map<string, number>();
  #since = 0;
  #isTold = false;

  constructor(options: OutageLogOptions) {
    this.#logger = options.logger;
    this.#task = options.task;
    this.#clock = options.clock ?? (() => new Date());
  }

  /** @param error - the sentence to log, or an error, which is logged with its stack */
  failed(error: unknown, details: OutageDetails = {}): void {
    const { part = '', reason = '' } = details;
    const now = this.#clock().getTime();
    if (this.#failing.size === 0) {
      this.#since = now;
      this.#isTold = false;
    }
    this.#failing.add(part);
    if (this.#isToTell(reason, now)) {
      const isReminder = (this.#toldAt.get(reason) ?? -1) >= this.#since;
      this.#tell(error, isReminder ? now - this.#since : undefined);
      this.#toldAt.set(reason, now);
      this.#isTold = true;
    }
  }

  worked(part = ''): void {
    if (!this.#failing.delete(part) || this.#failing.size > 0) {
      return;
    }
    const now = this.#clock().getTime();
    if (this.#isTold) {
      const lasted = describeDuration(now - this.#since);
      this.#logger.info(`Can ${this.#task} again, after ${lasted}`);
    }
    for (const [reason, toldAt] of this.#toldAt) {
      if (now - toldAt >= REMINDER_MS) {
        this.#toldAt.delete(reason);
      }
    }
  }

  #isToTell(reason: string, now: number): boolean {
    const toldAt = this.#toldAt.get(reason);
    if (toldAt === undefined || now - toldAt >= REMINDER_MS) {
      return true;
    }
    return !this.#isTold && now - this.#since >= RELAPSE_MS;
  }

  /** @param lastedMs - for how long already, where it was told before */
  #tell(error: unknown, lastedMs: number | undefined): void {
    const sentence =
      lastedMs === undefined
        ? `Cannot ${this.#task}`
        : `Still cannot ${this.#task}, for ${describeDuration(lastedMs)}`;
    if (typeof error === 'string') {
      this.#logger.warn(`${sentence}: ${error}`);
    } else {
      this.#logger.warn(
        `${sentence}; trying again until it works`,
        toError(error),
      );
    }
  }
}
