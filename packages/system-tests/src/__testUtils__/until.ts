import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 20;

/** Asks again until the answer is as it should be; the time limit is that of the test. */
export async function until<T>(
  ask: () => T | Promise<T>,
  isExpected: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isExpected(answer)) {
      return answer;
    }
    await delay(INTERVAL_MS);
  }
}
