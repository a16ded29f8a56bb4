/** A line of a container's log. */
export interface PodLogLine {
  /** Milliseconds since 1970, with a fraction. */
  readonly at: number;
  readonly text: string;
}

/** Where the logs of a cluster's pods come from. */
export interface PodLogs {
  /** Milliseconds since 1970. */
  now(): number;
  /** The last `tail` lines of a container, or all of them. */
  read(
    namespace: string,
    query: {
      readonly pod: string;
      readonly container: string;
      readonly tail?: number;
    },
  ): readonly PodLogLine[];
}
