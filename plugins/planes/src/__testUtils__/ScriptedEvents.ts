import { act } from '@testing-library/react';
import { ConnectionTestEvent } from '@openchoreo-planes/backstage-plugin-planes-common';

/** The events of a connection test, which come when a test says so. */
export class ScriptedEvents implements AsyncIterable<ConnectionTestEvent> {
  readonly #events: ConnectionTestEvent[] = [];
  #wake = () => {};

  async *[Symbol.asyncIterator](): AsyncIterator<ConnectionTestEvent> {
    for (;;) {
      const event = this.#events.shift();
      if (event) {
        yield event;
      } else {
        await new Promise<void>(resolve => {
          this.#wake = resolve;
        });
      }
    }
  }

  async push(...events: ConnectionTestEvent[]): Promise<void> {
    await act(async () => {
      this.#events.push(...events);
      this.#wake();
      // As many turns as it takes until all of them have been read.
      while (this.#events.length > 0) {
        await Promise.resolve();
      }
    });
  }
}
