import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CONTROL_PLANE,
  ANNOTATION_PLANE_ID,
  LABEL_CONTROL_PLANE,
  LABEL_PLANE_ID,
  type Plane,
  planeClusterEntityName,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlanesConfig } from '@openchoreo-planes/backstage-plugin-planes-node';

/** The reference of the entity that stands for the agents which a plane shares with others. */
export function planeClusterEntityRef(
  plane: Plane,
  config: PlanesConfig,
): string {
  return `resource:${config.clusterScopedNamespace}/${entityName(plane)}`;
}

/** The entity that stands for one pool of agents, and so for one cluster; made from any of the planes that share it. */
export function planeClusterEntity(
  plane: Plane,
  config: PlanesConfig,
): ResourceEntity {
  const { controlPlane, kind } = plane.ref;
  const what = planeKindInfo(kind).label.toLocaleLowerCase('en-US');
  const location = `openchoreo:${controlPlane}/agents/${plane.gatewayPlaneType}/${plane.planeID}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: entityName(plane),
      namespace: config.clusterScopedNamespace,
      title: `Agents of ${what} ${plane.planeID}`,
      description: `Every ${what} with planeID ${plane.planeID} is reached through the same agents, and so is a view of the same cluster.`,
      labels: {
        [LABEL_CONTROL_PLANE]: controlPlane,
        ...(plane.planeIDValid && { [LABEL_PLANE_ID]: plane.planeID }),
      },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_PLANE_ID]: plane.planeID,
        [ANNOTATION_CONTROL_PLANE]: controlPlane,
      },
    },
    spec: { type: 'plane-cluster', owner: config.defaultOwner },
  };
}

function entityName(plane: Plane): string {
  return planeClusterEntityName({
    controlPlane: plane.ref.controlPlane,
    gatewayPlaneType: plane.gatewayPlaneType,
    planeID: plane.planeID,
  });
}
