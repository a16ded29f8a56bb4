import type { ClusterGatewayConfig } from '../gateway/types';

/** How the Kubernetes API of a control plane is reached. @public */
export type ControlPlaneConnectionConfig =
  | { readonly type: 'in-cluster' }
  | {
      readonly type: 'kubeconfig';
      /** Absolute path. */
      readonly file: string;
      /** The kubeconfig's current context where undefined. */
      readonly context?: string;
    };

/** One entry of `openchoreo.controlPlanes`. @public */
export interface ControlPlaneConfig {
  readonly name: string;
  readonly connection: ControlPlaneConnectionConfig;
  /** Namespaces to list; the whole cluster where undefined. */
  readonly namespaces?: readonly string[];
  /** The cluster gateway; without it, nothing is known of agents but what resources tell. */
  readonly gateway?: ClusterGatewayConfig;
  /** The WebSocket URL of the cluster gateway that agents dial, `ws:` or `wss:`. */
  readonly agentURL?: string;
}

/** `openchoreo.planes`. @public */
export interface PlanesConfig {
  /** The entity namespace of Cluster kinds. */
  readonly clusterScopedNamespace: string;
  /** The owner of planes whose resource names none; an entity reference. */
  readonly defaultOwner: string;
  /** How old a heartbeat may be before `connected` is not believed any more. */
  readonly staleAfterMs: number;
  /** How often the cluster gateways are asked which agents are connected, in milliseconds. */
  readonly livenessIntervalMs: number;
  /** Whether connected planes are offered to the Kubernetes plugin as clusters. */
  readonly kubernetesEnabled: boolean;
}
