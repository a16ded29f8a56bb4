import { PlaneStatus } from '../planeResource';
import { GatewayStatus } from './agentConnection';

/** The gateway as one plane's controller finds it. */
export interface GatewayView {
  /** How it answers to a notification about the plane; a refusal is tried again. */
  readonly notification:
    | { readonly accepted: true }
    | { readonly accepted: false; readonly reason: string };
  /** What it says about the plane's agents; undefined where it does not answer. */
  readonly status?: GatewayStatus;
}

/** What else a controller looks at. */
export interface ReconcileContext {
  readonly gateway: GatewayView;
  /** How many environments of the plane's namespace use it. */
  readonly environments: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The one thing that a reconciliation does. */
export type Reconciliation =
  | { readonly action: 'none' }
  | { readonly action: 'add-finalizer' }
  | { readonly action: 'update-status'; readonly status: PlaneStatus }
  /** The gateway was told, and the resource may go. */
  | { readonly action: 'remove-finalizer' }
  /** Nothing is written; the same is tried again with growing pauses. */
  | { readonly action: 'retry'; readonly reason: string };
