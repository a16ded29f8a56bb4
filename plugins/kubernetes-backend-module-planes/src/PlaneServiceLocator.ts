import type { Entity } from '@backstage/catalog-model';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
  KubernetesServiceLocator,
  ServiceLocatorRequestContext,
} from '@backstage/plugin-kubernetes-node';
import { ANNOTATION_PLANE_UID } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';

const ANNOTATION_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Looks for a plane's objects in the plane's own cluster, and for those of other entities where they were looked for
 * without planes: else every component would ask every plane. An entity may name a plane's cluster in the annotation
 * `backstage.io/kubernetes-cluster`.
 */
export class PlaneServiceLocator implements KubernetesServiceLocator {
  readonly #clusters: KubernetesClustersSupplier;
  readonly #limits: RequestLimits;
  readonly #others: KubernetesServiceLocator;

  constructor(options: {
    clusters: KubernetesClustersSupplier;
    limits: RequestLimits;
    others: KubernetesServiceLocator;
  }) {
    this.#clusters = options.clusters;
    this.#limits = options.limits;
    this.#others = options.others;
  }

  async getClustersByEntity(
    entity: Entity,
    context: ServiceLocatorRequestContext,
  ): Promise<{ clusters: ClusterDetails[] }> {
    const clusters = await this.#find(entity, context);
    // They are found in order to be asked.
    if (clusters.some(cluster => planeUid(cluster))) {
      await this.#limits.take(context.credentials, 'reads');
    }
    return { clusters };
  }

  async #find(
    entity: Entity,
    context: ServiceLocatorRequestContext,
  ): Promise<ClusterDetails[]> {
    const annotations = entity.metadata.annotations ?? {};
    const uid = annotations[ANNOTATION_PLANE_UID];
    if (uid) {
      const all = await this.#clusters.getClusters(context);
      return all.filter(cluster => planeUid(cluster) === uid);
    }
    const { clusters } = await this.#others.getClustersByEntity(
      entity,
      context,
    );
    const named = annotations[ANNOTATION_CLUSTER];
    return clusters.filter(
      cluster => !planeUid(cluster) || cluster.name === named,
    );
  }
}

function planeUid(cluster: ClusterDetails): string | undefined {
  return cluster.authMetadata[ANNOTATION_PLANE_UID];
}
