/** A time in a sentence: `2026-11-21 10:00:05 UTC`. */
export function formatTime(time: string | Date): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A day in a sentence: `2026-11-21`. */
export function formatDay(time: string): string {
  return time.slice(0, 10);
}
