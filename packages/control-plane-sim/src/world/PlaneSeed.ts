import { PlaneBehaviour } from '../planeClusters/PlaneBehaviour';

/**
 * What the CA of a plane's agents is like.
 *
 * - `valid`: inline PEM of the CA that signed the agents; the default
 * - `expiring`, `expired`: the same, 12 days before and 3 days after its end
 * - `leaf`: inline PEM of a self-signed client certificate instead of a CA
 * - `base64`: inline, but encoded once more
 * - `unrelated`: inline PEM of a CA that did not sign the agents
 * - `secret`: in a Secret that exists
 * - `missing-secret`: in a Secret that does not exist
 * - `secret-without-namespace`: in a Secret of no namespace, on a Cluster kind
 */
export type AgentCaForm =
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'leaf'
  | 'base64'
  | 'unrelated'
  | 'secret'
  | 'missing-secret'
  | 'secret-without-namespace';

/** How a plane has come to be what it is. Durations in milliseconds before the start. */
export type PlaneLife =
  | {
      readonly state: 'connected';
      readonly agents: number;
      readonly connectedFor: number;
      /** How long the agents were away before that. */
      readonly wasAwayFor?: number;
    }
  | {
      readonly state: 'disconnected';
      readonly lostAgo: number;
      readonly connectedForBefore: number;
    }
  | { readonly state: 'never-connected' }
  /** The gateway refused the resource: the controller has written nothing. */
  | { readonly state: 'not-accepted' }
  /** The status says connected, and nobody refreshes it any more. */
  | {
      readonly state: 'stale';
      readonly agents: number;
      readonly heartbeatAgo: number;
      readonly connectedForBefore: number;
      /** An edit that the gateway refuses, for which the controller stopped writing. */
      readonly brokenBy?: 'missing-secret';
    };

/** One plane of a world. */
export interface PlaneSeed {
  readonly kind: string;
  /** Undefined for Cluster kinds. */
  readonly namespace?: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** An entity reference; undefined where nobody said who owns the plane. */
  readonly owner?: string;
  readonly planeID?: string;
  readonly agentCa?: AgentCaForm;
  /** Further fields of the spec. */
  readonly spec?: { readonly [field: string]: unknown };
  /** How long ago the plane was registered, in milliseconds. */
  readonly age: number;
  readonly life: PlaneLife;
  /** The physical cluster, where the plane shares it with planes of other types. */
  readonly cluster?: string;
  /** What is wrong beyond the agents, which only a request through the tunnel shows. */
  readonly behaviour?: PlaneBehaviour;
  /** The plane is being deleted, and something holds it: environments that use it, or a foreign finalizer. */
  readonly deletion?: 'blocked' | 'held';
}
