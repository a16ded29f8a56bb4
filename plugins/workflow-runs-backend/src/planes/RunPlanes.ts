import type {
  Plane,
  PlaneRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  ClusterGateway,
  TunnelAddress,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  Run,
  TimelineGap,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** The plane that a run runs on. */
export type RunPlaneResolution =
  | { readonly ok: true; readonly plane: Plane }
  | {
      readonly ok: false;
      readonly gap: 'plane-unknown';
      /** The plane that the workflow names; undefined where none is named, or the workflow itself is not known. */
      readonly wanted?: PlaneRef;
      /** One sentence for a person. */
      readonly message: string;
    };

/** The way to the cluster that a run runs in. */
export type RunTunnel =
  | {
      readonly ok: true;
      readonly gateway: ClusterGateway;
      readonly address: TunnelAddress;
      readonly plane: Plane;
      /**
       * Set where the gateway said a moment ago that the plane has no agent that it may use: a request will most likely fail. A
       * hint only, in one sentence for a person.
       */
      readonly offline?: string;
    }
  | {
      readonly ok: false;
      readonly gap: Extract<
        TimelineGap,
        'plane-unknown' | 'gateway-not-configured' | 'plane-offline'
      >;
      /** One sentence for a person. */
      readonly message: string;
    };

/** Finds the planes of runs, and the ways to their clusters. Sends nothing. */
export interface RunPlanes {
  planeOf(run: Run): RunPlaneResolution;
  /** Check the caller's permission before: whoever uses the tunnel acts as the plane's agent. */
  tunnelOf(run: Run): RunTunnel;
}
