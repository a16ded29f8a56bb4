import { createAgentCa } from '@openchoreo-planes/control-plane-sim';
import type { ResourceFailure } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { TestPlaneResources } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { eu, observability, us } from '../../__testUtils__/manifests';
import { PlanesTestBackend } from '../../__testUtils__/PlanesTestBackend';
import { servedByV1 } from './servedKinds';

const DAY_MS = 24 * 60 * 60_000;

/** A CA certificate that is valid now. */
export async function agentCA(commonName = 'agents of acme'): Promise<string> {
  const now = Date.now();
  const { pem } = await createAgentCa({
    commonName,
    notBefore: now - DAY_MS,
    notAfter: now + 400 * DAY_MS,
  });
  return pem;
}

/** A private key, which has no business in a registration. */
export const PRIVATE_KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'MC4CAQAwBQYDK2VwBCIEIJTHISISNOTAREALKEYBUTITMUSTNEVERLEAVEHERE0',
  '-----END PRIVATE KEY-----',
  '',
].join('\n');

/** A failure as the API server would give it. */
export function failure(
  reason: ResourceFailure['reason'],
  more: Partial<ResourceFailure> = {},
): ResourceFailure {
  return { reason, message: `It said ${reason}`, causes: [], ...more };
}

/** The plugin with planes eu, us and observability, in front of a control plane that serves OpenChoreo v1.2. */
export class RegistrationBench {
  readonly backend: PlanesTestBackend;
  #server: Awaited<ReturnType<PlanesTestBackend['start']>> | undefined;

  constructor(options: { resources?: TestPlaneResources } = {}) {
    this.backend = new PlanesTestBackend(options);
    this.backend.inventory.listAll([eu, us, observability]);
    this.resources.serve(servedByV1);
    this.resources.namespaceAnswer = {
      items: ['acme', 'globex'],
      complete: true,
    };
  }

  get resources(): TestPlaneResources {
    return this.backend.resources;
  }

  get server() {
    if (!this.#server) {
      throw new Error('The bench was not started');
    }
    return this.#server;
  }

  async start(registration?: object): Promise<this> {
    this.#server = await this.backend.start(
      registration && { planes: { registration } },
    );
    return this;
  }

  stop(): Promise<void> {
    return this.backend.stop();
  }

  post(registration: unknown, query = '') {
    return this.server
      .post(`/api/planes/registrations${query}`)
      .send({ registration });
  }

  /** What was asked of the control plane that may have written something, in order. */
  writes(): string[] {
    return this.resources.requests
      .filter(({ method }) => /^(?:create|update|set|delete)/.test(method))
      .map(({ method, dryRun }) => (dryRun ? `${method} dry` : method));
  }
}
