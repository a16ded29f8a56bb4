import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { stringAt } from '../objects/json';
import { KubernetesClient } from './KubernetesClient';
import { BackingApiServer } from './TestControlPlane';

const NAMESPACE = 'default';
const ACCOUNTS = `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`;
const BINDINGS = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
const POLL_INTERVAL_MS = 100;
/** A kube-apiserver believes a token for ten seconds after it has looked at it. */
const DEADLINE_MS = 60_000;

/** Tokens of a real kube-apiserver that can be revoked: each belongs to a service account of its own. */
export class ServiceAccountTokens {
  readonly #server: Pick<BackingApiServer, 'url' | 'caPem' | 'adminToken'>;
  readonly #accounts = new Map<string, string>();

  constructor(server: Pick<BackingApiServer, 'url' | 'caPem' | 'adminToken'>) {
    this.#server = server;
  }

  async issue(): Promise<string> {
    return this.#with(this.#server.adminToken, async client => {
      const name = `portal-${randomUUID()}`;
      await client.send('POST', ACCOUNTS, { metadata: { name } });
      await client.send('POST', BINDINGS, {
        metadata: { name },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'cluster-admin',
        },
        subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
      });
      const path = `${ACCOUNTS}/${name}/token`;
      const { body } = await client.send('POST', path, { spec: {} });
      const token = stringAt(body.status, 'token');
      if (token === undefined) {
        throw new Error('The API server issued no token');
      }
      this.#accounts.set(token, name);
      await this.#until(token, 200);
      return token;
    });
  }

  /** Resolves when the token is refused. */
  async revoke(token: string): Promise<void> {
    const name = this.#accounts.get(token);
    await this.#with(this.#server.adminToken, client =>
      client.send('DELETE', `${ACCOUNTS}/${name}`),
    );
    await this.#until(token, 401);
  }

  /** The authenticator and the authorizer learn of both by watches of their own. */
  #until(token: string, expected: number): Promise<void> {
    return this.#with(token, async client => {
      const deadline = Date.now() + DEADLINE_MS;
      for (;;) {
        const { code } = await client.send(
          'GET',
          `${ACCOUNTS}?limit=1`,
          undefined,
          { accept: [401, 403] },
        );
        if (code === expected) {
          return;
        }
        if (Date.now() > deadline) {
          throw new Error(`A token is answered with ${code}, not ${expected}`);
        }
        await delay(POLL_INTERVAL_MS);
      }
    });
  }

  async #with<T>(
    adminToken: string,
    use: (client: KubernetesClient) => Promise<T>,
  ): Promise<T> {
    const client = new KubernetesClient({ ...this.#server, adminToken });
    try {
      return await use(client);
    } finally {
      client.close();
    }
  }
}
