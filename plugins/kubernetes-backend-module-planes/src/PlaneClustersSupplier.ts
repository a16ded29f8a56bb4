import { readFile } from 'node:fs/promises';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import {
  type ClusterGateways,
  OutageLog,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { planeCluster } from './planeCluster';

/** What the supplier needs. */
export interface PlaneClustersSupplierOptions {
  /** The clusters that are configured otherwise. */
  readonly others: KubernetesClustersSupplier;
  readonly inventory: PlaneInventory;
  readonly gateways: ClusterGateways;
  readonly clusterScopedNamespace: string;
  readonly logger: LoggerService;
}

/** The clusters that are configured otherwise, and every plane that is connected at the moment of the question. */
export class PlaneClustersSupplier implements KubernetesClustersSupplier {
  readonly #options: PlaneClustersSupplierOptions;
  readonly #outages: OutageLog;

  constructor(options: PlaneClustersSupplierOptions) {
    this.#options = options;
    this.#outages = new OutageLog({
      logger: options.logger,
      task: "read the CA of a cluster gateway ('openchoreo.controlPlanes[].gateway.caFile')",
    });
  }

  async getClusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterDetails[]> {
    const [others, planes] = await Promise.all([
      this.#options.others.getClusters(options),
      this.#planeClusters(),
    ]);
    return [...others, ...planes];
  }

  async #planeClusters(): Promise<ClusterDetails[]> {
    const { inventory, gateways, clusterScopedNamespace } = this.#options;
    const { planes } = inventory.snapshot();
    const controlPlanes = new Set(planes.map(({ ref }) => ref.controlPlane));
    const cas = new Map<string, string | undefined>();
    for (const controlPlane of controlPlanes) {
      cas.set(controlPlane, await this.#readCa(controlPlane));
    }
    return planes.flatMap(
      plane =>
        planeCluster({
          plane,
          liveness: inventory.livenessOf(plane.ref),
          gateway: gateways.config(plane.ref.controlPlane),
          caPem: cas.get(plane.ref.controlPlane),
          clusterScopedNamespace,
        }) ?? [],
    );
  }

  /** Without its CA the gateway is not trusted, and each request says so; the other clusters stay usable. */
  async #readCa(controlPlane: string): Promise<string | undefined> {
    const file = this.#options.gateways.config(controlPlane)?.caFile;
    try {
      const ca = file === undefined ? undefined : await readFile(file, 'utf8');
      this.#outages.worked(controlPlane);
      return ca;
    } catch (error) {
      this.#outages.failed(error, {
        part: controlPlane,
        reason: controlPlane,
      });
      return undefined;
    }
  }
}
