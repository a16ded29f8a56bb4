const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long something short took: `4 ms`, `1.2 s`, `1 min 5 s`. */
export function formatMilliseconds(ms: number): string {
  if (ms < SECOND_MS) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < MINUTE_MS) {
    return `${(ms / SECOND_MS).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
