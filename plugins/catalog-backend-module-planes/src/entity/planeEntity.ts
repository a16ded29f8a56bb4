import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CONTROL_PLANE,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
  ANNOTATION_PLANE_ID,
  ANNOTATION_PLANE_UID,
  type Fleet,
  LABEL_CONTROL_PLANE,
  LABEL_KIND,
  LABEL_PLANE_ID,
  type Plane,
  planeEntityName,
  planeEntityNamespace,
  planeEntityRef,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeOwner,
  type PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { entityLocation } from './entityLocation';
import { planeClusterEntityRef } from './planeClusterEntity';

/** Which objects the Kubernetes plugin looks for. */
const ANNOTATION_KUBERNETES_SELECTOR = 'backstage.io/kubernetes-label-selector';
const AGENT_SELECTOR = 'app=cluster-agent';

/** The longest value of a label, and the longest tag. */
const MAX_LENGTH = 63;
const TAG = /^[a-z0-9+#]+(-[a-z0-9+#]+)*$/;

/**
 * The catalog entity of a plane.
 *
 * @remarks
 * Made of what the resource's author wrote and nothing else: conditions, connections and certificate dates
 * change by themselves, and would have the catalog rewrite every entity again and again.
 */
export function planeEntity(
  plane: Plane,
  fleet: Fleet,
  config: PlanesConfig,
): ResourceEntity {
  const { ref } = plane;
  const kind = planeKindInfo(ref.kind);
  const dependsOn = dependencies(plane, fleet, config);
  const location = entityLocation(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: planeEntityName(ref),
      namespace: planeEntityNamespace(ref, config.clusterScopedNamespace),
      title: plane.displayName ?? `${kind.label} ${ref.name}`,
      ...(plane.description && { description: plane.description }),
      labels: {
        [LABEL_KIND]: ref.kind,
        [LABEL_CONTROL_PLANE]: ref.controlPlane,
        ...(plane.planeIDValid && { [LABEL_PLANE_ID]: plane.planeID }),
      },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_PLANE_UID]: plane.uid,
        [ANNOTATION_KIND]: ref.kind,
        [ANNOTATION_NAME]: ref.name,
        ...(ref.namespace && { [ANNOTATION_NAMESPACE]: ref.namespace }),
        [ANNOTATION_PLANE_ID]: plane.planeID,
        [ANNOTATION_CONTROL_PLANE]: ref.controlPlane,
        ...(config.kubernetesEnabled &&
          plane.access === 'agent' && {
            [ANNOTATION_KUBERNETES_SELECTOR]: AGENT_SELECTOR,
          }),
      },
      tags: tags(plane),
    },
    spec: {
      type: kind.slug.replace(/^cluster-/, ''),
      owner: planeOwner(plane, config.defaultOwner),
      ...(dependsOn.length > 0 && { dependsOn }),
    },
  };
}

function tags(plane: Plane): string[] {
  const kind = planeKindInfo(plane.ref.kind);
  const scope = kind.scope === 'Cluster' ? 'cluster-scoped' : 'namespaced';
  return [...new Set([kind.slug, scope, plane.planeID])].filter(
    tag => tag.length <= MAX_LENGTH && TAG.test(tag),
  );
}

function dependencies(
  plane: Plane,
  fleet: Fleet,
  config: PlanesConfig,
): string[] {
  const observability = fleet.observabilityPlane(plane);
  return [
    ...(fleet.sharingCount(plane) > 0
      ? [planeClusterEntityRef(plane, config)]
      : []),
    ...('ref' in observability
      ? [planeEntityRef(observability.ref, config.clusterScopedNamespace)]
      : []),
  ];
}
