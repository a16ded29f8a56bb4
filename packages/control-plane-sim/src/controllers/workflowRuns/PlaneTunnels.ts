import { TunnelAddress } from '../gateway/addresses';
import { ApiClient } from '../kubernetes/ApiClient';
import { GatewayConnection } from '../kubernetes/HttpsConnection';

const CLUSTER_PLACEHOLDER = '_cluster';

function tunnelPath({
  planeType,
  planeID,
  namespace,
  name,
}: TunnelAddress): string {
  const segments = [planeType, planeID, namespace ?? CLUSTER_PLACEHOLDER, name];
  return `/api/proxy/${segments.map(encodeURIComponent).join('/')}/k8s`;
}

/** What is done to the objects in a plane's cluster. */
export type PlaneClusterClient = Pick<
  ApiClient,
  'get' | 'create' | 'update' | 'delete'
>;

/** Where the clusters of planes are reached. */
export interface PlaneClusterOpener {
  open(plane: TunnelAddress): PlaneClusterClient;
}

/** The clusters of planes, as they are reached through a cluster gateway. */
export class PlaneTunnels implements PlaneClusterOpener {
  readonly #gateway: GatewayConnection;
  readonly #clients = new Map<string, ApiClient>();
  #closed = false;

  constructor(gateway: GatewayConnection) {
    this.#gateway = gateway;
  }

  /**
   * The Kubernetes API of a plane's cluster.
   *
   * @throws Error once the tunnels are closed
   */
  open(plane: TunnelAddress): ApiClient {
    if (this.#closed) {
      throw new Error('The tunnels to planes are closed');
    }
    const path = tunnelPath(plane);
    const client =
      this.#clients.get(path) ?? new ApiClient(this.#gateway, path);
    this.#clients.set(path, client);
    return client;
  }

  /** Closes every connection; calls under way fail. */
  close(): void {
    this.#closed = true;
    for (const client of this.#clients.values()) {
      client.close();
    }
  }
}
