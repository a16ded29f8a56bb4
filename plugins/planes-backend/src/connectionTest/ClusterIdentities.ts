import type { LoggerService } from '@backstage/backend-plugin-api';
import { OutageLog } from '@openchoreo-planes/backstage-plugin-planes-node';
import type {
  ClusterIdentity,
  ConnectionTestStore,
} from './ConnectionTestStore';

const REFRESH_INTERVAL_MS = 60_000;

/**
 * Which planes live in one cluster, as connection tests saw it.
 *
 * @remarks
 * Kept in memory, so that it can be asked for every plane of a list. What other replicas learn arrives within a minute.
 */
export class ClusterIdentities {
  readonly #store: Pick<ConnectionTestStore, 'clusters'>;
  readonly #outages: OutageLog;
  #byPlane = new Map<string, ClusterIdentity>();
  #byCluster = new Map<string, string[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    store: Pick<ConnectionTestStore, 'clusters'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#outages = new OutageLog({
      logger: options.logger,
      task: 'read which clusters planes live in',
    });
  }

  /** Reads what is stored, and keeps doing so until {@link ClusterIdentities.stop}. */
  async start(): Promise<void> {
    this.#timer ??= setInterval(() => this.#refresh(), REFRESH_INTERVAL_MS);
    await this.#refresh();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Takes in what a test just learned. */
  remember(planeUid: string, cluster: ClusterIdentity): void {
    this.#index(new Map(this.#byPlane).set(planeUid, cluster));
  }

  /** The cluster that a plane was last seen in. */
  get(planeUid: string): ClusterIdentity | undefined {
    return this.#byPlane.get(planeUid);
  }

  /** The uids of other planes in the same cluster; some may be gone by now. */
  colocatedWith(planeUid: string): string[] {
    const cluster = this.#byPlane.get(planeUid);
    const planes = cluster && this.#byCluster.get(cluster.uid);
    return (planes ?? []).filter(uid => uid !== planeUid);
  }

  async #refresh(): Promise<void> {
    try {
      this.#index(await this.#store.clusters());
      this.#outages.worked();
    } catch (error) {
      this.#outages.failed(error);
    }
  }

  #index(byPlane: Map<string, ClusterIdentity>): void {
    this.#byPlane = byPlane;
    this.#byCluster = new Map();
    for (const [planeUid, { uid }] of byPlane) {
      const planes = this.#byCluster.get(uid);
      if (planes) {
        planes.push(planeUid);
      } else {
        this.#byCluster.set(uid, [planeUid]);
      }
    }
  }
}
