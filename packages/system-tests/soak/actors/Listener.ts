import { once } from 'node:events';
import type { Portal } from '../Portal';
import type { Random } from '../Random';
import type { Tally } from '../Tally';
import { type Actor, pause } from './Actor';

const CHANNELS = ['planes', 'notifications'];

/** Opens a connection for signals, as each tab of a browser has one, listens for a while, and closes or cuts it. */
export class Listener implements Actor {
  readonly every = [50, 500] as const;
  readonly #portal: Portal;
  readonly #tally: Tally;

  constructor(portal: Portal, tally: Tally) {
    this.#portal = portal;
    this.#tally = tally;
  }

  async act(random: Random, signal: AbortSignal): Promise<void> {
    const url = `${this.#portal.url.replace(/^http/, 'ws')}/api/signals`;
    const socket = new WebSocket(url, this.#portal.token);
    const closed = once(socket, 'close');
    try {
      await Promise.race([once(socket, 'open', { signal }), closed]);
      this.#tally.count('signal connections');
      for (const channel of CHANNELS) {
        socket.send(JSON.stringify({ action: 'subscribe', channel }));
      }
      await pause(random.between(100, 5_000), signal);
      if (random.chance(0.5)) {
        socket.send(
          JSON.stringify({ action: 'unsubscribe', channel: CHANNELS[0] }),
        );
      }
    } catch {
      // Given up before it stood.
    }
    socket.close();
    await Promise.race([closed, pause(2_000, new AbortController().signal)]);
  }
}
