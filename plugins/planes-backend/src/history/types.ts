import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';

/** What the portal saw of a plane at one moment. Times are milliseconds since 1970. */
export interface Observation {
  readonly planeUid: string;
  readonly controlPlane: string;
  readonly state: RecordedState;
  readonly reason: string;
  readonly atMs: number;
  /** Since when it is in that state by its own account, where it says so. */
  readonly statedSinceMs?: number;
  /** When the plane was gone from its control plane; undefined where it is there. */
  readonly removedAtMs?: number;
  /** What it was read from; undefined where there is only one source, so that none can contradict the other. */
  readonly evidence?: Evidence;
}

/** How far what an observation was read from can be relied upon. */
export interface Evidence {
  readonly source: 'gateway' | 'resource';
  /** The moment it speaks for; undefined where it does not tell. */
  readonly asOfMs?: number;
  /** When an agent's certificate was accepted for this very plane; undefined where it was not, or nobody tells. */
  readonly authorisedMs?: number;
}

/** The state of a plane as last recorded. Times are milliseconds since 1970. */
export interface CurrentState {
  readonly planeUid: string;
  readonly controlPlane: string;
  readonly state: RecordedState;
  readonly reason: string;
  readonly sinceMs: number;
  /** 1 for a plane's first transition; the next is one more. */
  readonly sequence: number;
  readonly recordedSinceMs: number;
  readonly removedAtMs?: number;
}

/** One recorded change of a plane's state. */
export interface RecordedTransition {
  readonly planeUid: string;
  readonly sequence: number;
  /** Milliseconds since 1970; never earlier than the transition before. */
  readonly atMs: number;
  readonly state: RecordedState;
  readonly reason: string;
}
