import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** Keeps notifications as the notifications plugin does: one of a scope takes the place of the one before. */
export class Inbox {
  readonly #byScope = new Map<string, string>();
  /** What was new when it came, in order. */
  readonly told: string[] = [];
  /** How often the same was sent again. */
  repetitions = 0;

  /** What is in it now. */
  get open(): string[] {
    return [...this.#byScope.values()];
  }

  async send({ payload }: NotificationSendOptions): Promise<void> {
    const { scope = '', title } = payload;
    if (this.#byScope.get(scope) === title) {
      this.repetitions++;
      return;
    }
    this.#byScope.set(scope, title);
    this.told.push(title);
  }
}
