import type { ControlPlaneConfig } from '../config';
import type { ControlPlaneMetrics } from '../metrics';
import { HttpClusterGateway } from './HttpClusterGateway';
import type {
  ClusterGateway,
  ClusterGatewayConfig,
  ClusterGateways,
} from './types';

interface Entry {
  readonly config: ClusterGatewayConfig;
  readonly gateway: HttpClusterGateway;
}

/** The gateways that are configured. */
export class DefaultClusterGateways implements ClusterGateways {
  readonly #entries: ReadonlyMap<string, Entry>;

  static create(
    controlPlanes: readonly ControlPlaneConfig[],
    options: { readonly metrics?: ControlPlaneMetrics } = {},
  ): DefaultClusterGateways {
    const { metrics } = options;
    const entries = new Map<string, Entry>();
    for (const { name, gateway: config } of controlPlanes) {
      if (config) {
        entries.set(name, {
          config,
          gateway: HttpClusterGateway.create(config, {
            observe: request =>
              metrics?.gatewayAnswered({ controlPlane: name, ...request }),
          }),
        });
      }
    }
    return new DefaultClusterGateways(entries);
  }

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  get(controlPlane: string): ClusterGateway | undefined {
    return this.#entries.get(controlPlane)?.gateway;
  }

  config(controlPlane: string): ClusterGatewayConfig | undefined {
    return this.#entries.get(controlPlane)?.config;
  }

  /** Closes idle connections; running requests are ended by their own signals. */
  close(): void {
    for (const { gateway } of this.#entries.values()) {
      gateway.close();
    }
  }
}
