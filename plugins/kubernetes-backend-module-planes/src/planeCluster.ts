import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  ANNOTATION_PLANE_UID,
  type AgentLiveness,
  type Plane,
  planeEntityRef,
  planeTitle,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type ClusterGatewayConfig,
  tunnelAddress,
  tunnelPrefix,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/**
 * The name of the authentication strategy. The plugin's frontend fails as a whole on a name that it does not know; of
 * those that it leaves to the backend, this one is nobody's but that of `kubectl proxy`, which adds nothing.
 */
export const GATEWAY_AUTH_PROVIDER = 'localKubectlProxy';
/** The control plane's name in a cluster's metadata. */
export const CONTROL_PLANE = 'openchoreo.dev/control-plane';

/** What a plane's cluster is made of. */
export interface PlaneClusterOptions {
  readonly plane: Plane;
  readonly liveness: AgentLiveness | undefined;
  readonly gateway: ClusterGatewayConfig | undefined;
  /** PEM of the gateway's CA, where one is configured. */
  readonly caPem: string | undefined;
  readonly clusterScopedNamespace: string;
}

/**
 * The plane as a cluster whose API server is the gateway's tunnel to it.
 *
 * @returns undefined for a plane that cannot be reached now
 */
export function planeCluster(
  options: PlaneClusterOptions,
): ClusterDetails | undefined {
  const { plane, liveness, gateway, caPem } = options;
  const reachable = liveness?.connected && liveness.authorised !== false;
  if (!gateway || !reachable || !plane.planeIDValid) {
    return undefined;
  }
  return {
    name: planeClusterName(plane, options.clusterScopedNamespace),
    title: planeTitle(plane),
    url: new URL(tunnelPrefix(tunnelAddress(plane)), gateway.url).toString(),
    authMetadata: {
      [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: GATEWAY_AUTH_PROVIDER,
      [CONTROL_PLANE]: plane.ref.controlPlane,
      [ANNOTATION_PLANE_UID]: plane.uid,
    },
    ...(caPem && { caData: Buffer.from(caPem).toString('base64') }),
    // A plane need not have a metrics server, and the plugin would report its absence as an error.
    skipMetricsLookup: true,
  };
}

/** Unique among all planes, and recognisable: `acme.data-plane-eu-west`. */
export function planeClusterName(
  plane: Plane,
  clusterScopedNamespace: string,
): string {
  return planeEntityRef(plane.ref, clusterScopedNamespace)
    .replace(/^resource:/, '')
    .replace('/', '.');
}
