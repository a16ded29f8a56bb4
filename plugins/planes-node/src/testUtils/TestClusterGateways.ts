import type {
  ClusterGatewayConfig,
  ClusterGateways,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { TestClusterGateway } from './TestClusterGateway';

/**
 * The gateways of the control planes that a test names; of `default` alone unless given.
 *
 * @public
 */
export class TestClusterGateways implements ClusterGateways {
  readonly #gateways: Map<string, TestClusterGateway>;

  constructor(controlPlanes: readonly string[] = ['default']) {
    this.#gateways = new Map(
      controlPlanes.map(name => [name, new TestClusterGateway()]),
    );
  }

  get(controlPlane: string): TestClusterGateway | undefined {
    return this.#gateways.get(controlPlane);
  }

  /** The gateway of a control plane that has one. */
  gateway(controlPlane = 'default'): TestClusterGateway {
    const gateway = this.#gateways.get(controlPlane);
    if (!gateway) {
      throw new Error(`No gateway for control plane '${controlPlane}'`);
    }
    return gateway;
  }

  config(controlPlane: string): ClusterGatewayConfig | undefined {
    return this.#gateways.has(controlPlane)
      ? {
          url: `https://cluster-gateway.${controlPlane}.example.com:8444`,
          caFile: '/certs/ca.crt',
          certFile: '/certs/tls.crt',
          keyFile: '/certs/tls.key',
          timeoutMs: 35_000,
        }
      : undefined;
  }
}
