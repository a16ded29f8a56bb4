import { planeKindInfo, GatewayPlaneType } from '../model/kinds';
import { PlaneRef } from '../model/plane';
import { planeKey } from '../model/planeKey';
import { shortenName } from './shortenName';

const DEFAULT_CONTROL_PLANE = 'default';
const DEFAULT_NAMESPACE = 'default';

function withControlPlane(controlPlane: string, name: string): string {
  return controlPlane === DEFAULT_CONTROL_PLANE
    ? name
    : `${controlPlane}_${name}`;
}

/**
 * The name of a plane's catalog entity: `<kind>-<name>` in kebab case, for example
 * `cluster-workflow-plane-default`.
 *
 * @remarks
 * Planes of a control plane other than `default` are prefixed with `<controlPlane>_`. Names over 63
 * characters are cut and end in a hash. Together with {@link planeEntityNamespace} distinct
 * references give distinct entities.
 *
 * @public
 */
export function planeEntityName(ref: PlaneRef): string {
  const name = `${planeKindInfo(ref.kind).slug}-${ref.name}`;
  return shortenName(withControlPlane(ref.controlPlane, name), () =>
    planeKey(ref),
  );
}

/**
 * The namespace of a plane's catalog entity: the Kubernetes namespace.
 *
 * @param clusterScopedNamespace - where planes of Cluster kinds go; `default` by default
 * @public
 */
export function planeEntityNamespace(
  ref: PlaneRef,
  clusterScopedNamespace: string = DEFAULT_NAMESPACE,
): string {
  return ref.namespace ?? clusterScopedNamespace;
}

/**
 * The reference of a plane's catalog entity, lower-cased as the catalog model does:
 * `resource:acme/data-plane-eu-west`.
 *
 * @public
 */
export function planeEntityRef(
  ref: PlaneRef,
  clusterScopedNamespace?: string,
): string {
  const namespace = planeEntityNamespace(ref, clusterScopedNamespace);
  return `resource:${namespace}/${planeEntityName(ref)}`.toLowerCase();
}

/**
 * The name of the entity that stands for one pool of agents, which all planes with the same
 * gateway plane type and planeID share: `plane-cluster-dataplane-default`.
 *
 * @public
 */
export function planeClusterEntityName(options: {
  controlPlane: string;
  gatewayPlaneType: GatewayPlaneType;
  planeID: string;
}): string {
  const { controlPlane, gatewayPlaneType, planeID } = options;
  return shortenName(
    withControlPlane(
      controlPlane,
      `plane-cluster-${gatewayPlaneType}-${planeID}`,
    ),
    () =>
      ['plane-cluster', controlPlane, gatewayPlaneType, planeID].join('\u0000'),
  );
}
