import { readFile } from 'node:fs/promises';
import { isError } from '@backstage/errors';
import type {
  AuthenticationStrategy,
  AuthMetadata,
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import type { ClusterGateways } from '@openchoreo-planes/backstage-plugin-planes-node';
import { CONTROL_PLANE } from './planeCluster';

/**
 * Authenticates with the certificate that the portal has for the gateway of the plane's control plane. Clusters that are
 * no planes get no credential, as from the strategy whose name this one takes.
 */
export class GatewayAuthStrategy implements AuthenticationStrategy {
  readonly #gateways: ClusterGateways;

  constructor(gateways: ClusterGateways) {
    this.#gateways = gateways;
  }

  /** The files are read each time, so that a rotated certificate is used at once. */
  async getCredential(cluster: ClusterDetails): Promise<KubernetesCredential> {
    const controlPlane = cluster.authMetadata[CONTROL_PLANE];
    const gateway = controlPlane && this.#gateways.config(controlPlane);
    if (!gateway || !gateway.certFile || !gateway.keyFile) {
      return { type: 'anonymous' };
    }
    return {
      type: 'x509 client certificate',
      cert: await readPem(gateway.certFile),
      key: await readPem(gateway.keyFile),
    };
  }

  validateCluster(): Error[] {
    return [];
  }

  presentAuthMetadata(): AuthMetadata {
    return {};
  }
}

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = isError(error) ? String(error.code) : 'unknown error';
    throw new Error(`The file '${file}' cannot be read (${code})`);
  }
}
