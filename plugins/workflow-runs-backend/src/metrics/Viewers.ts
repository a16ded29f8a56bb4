import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Pages ask for what is live every second, and every five seconds where something is wrong. */
const GONE_AFTER_MS = 10_000;

/** Who has the timeline of a run open. */
export class Viewers {
  readonly #clock: () => Date;
  /** When each was last here, the latest at the end. */
  readonly #seenAt = new Map<string, number>();

  constructor(options: { readonly clock: () => Date }) {
    this.#clock = options.clock;
  }

  saw({ principal }: BackstageCredentials, runUid: string): void {
    const viewer = JSON.stringify([principal, runUid]);
    this.#seenAt.delete(viewer);
    this.#seenAt.set(viewer, this.#clock().getTime());
    this.#forgetGone();
  }

  get count(): number {
    this.#forgetGone();
    return this.#seenAt.size;
  }

  #forgetGone(): void {
    const now = this.#clock().getTime();
    for (const [viewer, seenAt] of this.#seenAt) {
      if (now - seenAt < GONE_AFTER_MS) {
        return;
      }
      this.#seenAt.delete(viewer);
    }
  }
}
