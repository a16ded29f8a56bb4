import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../Random';

/** Does something again and again. */
export interface Actor {
  /** How long to wait between two times, in milliseconds: from, and up to. */
  readonly every: readonly [number, number];
  /** @param signal - when it aborts, what was begun may be given up */
  act(random: Random, signal: AbortSignal): Promise<void>;
}

/** Lets an actor act until the signal aborts. */
export async function play(
  actor: Actor,
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  const [from, to] = actor.every;
  while (!signal.aborted) {
    await actor.act(random, signal);
    await pause(random.between(from, to), signal);
  }
}

/** Waits, not longer than until the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
