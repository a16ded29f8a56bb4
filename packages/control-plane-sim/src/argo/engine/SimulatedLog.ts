/** A line of a container's log. */
export interface SimulatedLogLine {
  /** Milliseconds since 1970, with a fraction; grows strictly within a log. */
  readonly at: number;
  /** Without the line break; may hold ANSI colours. */
  readonly text: string;
}

/** Which log, and which part of it. */
export interface SimulatedLogQuery {
  /** The name of the pod. */
  readonly pod: string;
  readonly container: string;
  /** Only lines at or after this time. */
  readonly since?: number;
  /** Only the last so many lines. */
  readonly tail?: number;
}
