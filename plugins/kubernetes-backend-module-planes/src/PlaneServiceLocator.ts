import type { Entity } from '@backstage/catalog-model';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
  KubernetesServiceLocator,
  ServiceLocatorRequestContext,
} from '@backstage/plugin-kubernetes-node';
import { ANNOTATION_PLANE_UID } from '@openchoreo-planes/backstage-plugin-planes-common';

const ANNOTATION_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Looks for a plane's objects in the plane's own cluster, and for those of other entities where they were looked for
 * without planes: else every component would ask every plane. An entity may name a plane's cluster in the annotation
 * `backstage.io/kubernetes-cluster`.
 */
export class PlaneServiceLocator implements KubernetesServiceLocator {
  readonly #clusters: KubernetesClustersSupplier;
  readonly #others: KubernetesServiceLocator;

  constructor(options: {
    clusters: KubernetesClustersSupplier;
    others: KubernetesServiceLocator;
  }) {
    this.#clusters = options.clusters;
    this.#others = options.others;
  }

  async getClustersByEntity(
    entity: Entity,
    context: ServiceLocatorRequestContext,
  ): Promise<{ clusters: ClusterDetails[] }> {
    const annotations = entity.metadata.annotations ?? {};
    const uid = annotations[ANNOTATION_PLANE_UID];
    if (uid) {
      const all = await this.#clusters.getClusters(context);
      return { clusters: all.filter(cluster => planeUid(cluster) === uid) };
    }
    const { clusters } = await this.#others.getClustersByEntity(
      entity,
      context,
    );
    const named = annotations[ANNOTATION_CLUSTER];
    return {
      clusters: clusters.filter(
        cluster => !planeUid(cluster) || cluster.name === named,
      ),
    };
  }
}

function planeUid(cluster: ClusterDetails): string | undefined {
  return cluster.authMetadata[ANNOTATION_PLANE_UID];
}
