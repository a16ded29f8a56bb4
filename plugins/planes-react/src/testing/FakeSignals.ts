import { SignalApi } from '@backstage/plugin-signals-react';

/**
 * The signals of a backend, which come when a test says so.
 *
 * @public
 */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<{ channel: string; notify: () => void }>();

  readonly subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listener = {
      channel,
      notify: () => onMessage(JSON.parse('{"type":"changed"}')),
    };
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  };

  /** Says on a channel that something has changed. */
  publish(channel: string): void {
    this.#listeners.forEach(listener => {
      if (listener.channel === channel) {
        listener.notify();
      }
    });
  }
}
