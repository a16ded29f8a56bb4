/** The states a plane can be in. @public */
export type PlaneStateName =
  /** The controller has not accepted the resource, or has not seen it yet. */
  | 'not-accepted'
  /** Accepted, and no agent has ever connected. */
  | 'never-connected'
  | 'connected'
  /** Said to be connected, but the last heartbeat is too old to believe it. */
  | 'stale'
  | 'disconnected'
  /** An agent is connected for the planeID, but its certificate is not of this plane's agent CA. */
  | 'not-authorised'
  | 'deleting'
  | 'deletion-blocked'
  /** Nothing is reported about agents: this release of OpenChoreo does not, or its controller cannot. */
  | 'not-reported';

/** A plane's state, computed at one moment. @public */
export interface PlaneState {
  readonly state: PlaneStateName;
  /** Since when, ISO 8601; undefined where the resource does not tell. */
  readonly since?: string;
  /** One sentence for a person. */
  readonly reason: string;
  /** Which source the state was read from. */
  readonly source: 'resource' | 'gateway';
}
