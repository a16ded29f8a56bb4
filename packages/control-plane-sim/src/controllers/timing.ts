/** Where the simulation gets its time from, so that tests can move it. @public */
export interface Timing {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a function after so many milliseconds, unless the returned function is called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The clock and the timers of this process. Timers do not keep the process alive. @public */
export const systemTiming: Timing = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A time as Kubernetes writes it: RFC 3339 in UTC, whole seconds. */
export function toKubernetesTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
