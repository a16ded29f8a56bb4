import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 20_000;
const INTERVAL_MS = 10;

/** Reads a value until it is as expected, and returns it; fails after 20 seconds with the last one. */
export async function eventually<T>(
  read: () => Promise<T>,
  isExpected: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const value = await read();
    if (isExpected(value)) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Did not become true: ${JSON.stringify(value)}`);
    }
    await sleep(INTERVAL_MS);
  }
}
