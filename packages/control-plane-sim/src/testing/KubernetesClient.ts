import { Agent, request } from 'node:https';
import { isJsonObject, JsonObject, objectAt, stringAt } from '../objects/json';
import {
  apiVersionOf,
  collectionPath,
  PLANE_GROUP,
  toKubernetesObject,
} from './kubernetesObject';
import {
  BackingApiServer,
  ControlPlaneClient,
  KubernetesObject,
  ObjectKey,
} from './TestControlPlane';

const REQUEST_TIMEOUT_MS = 30_000;
const PAGE_SIZE = 500;

/** What a server answered; the body is empty where it was no JSON object. */
interface Answer {
  code: number;
  body: JsonObject;
}

/** A request that was refused. */
class KubernetesRequestError extends Error {
  readonly code: number;

  constructor(method: string, path: string, { code, body }: Answer) {
    const message = stringAt(body, 'message') ?? 'without a message';
    super(`${method} ${path} answered ${code}: ${message}`);
    this.name = 'KubernetesRequestError';
    this.code = code;
  }
}

function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function pathOf(key: ObjectKey): string {
  const { group = PLANE_GROUP, plural, namespace, name } = key;
  const collection = collectionPath(apiVersionOf(group), plural, namespace);
  return `${collection}/${encodeURIComponent(name)}`;
}

/** A plain client of a Kubernetes API, simulated or real, with the administrator's token. @public */
export class KubernetesClient implements ControlPlaneClient {
  readonly #server: Pick<BackingApiServer, 'url' | 'adminToken'>;
  readonly #agent: Agent;

  constructor(server: Pick<BackingApiServer, 'url' | 'caPem' | 'adminToken'>) {
    this.#server = server;
    this.#agent = new Agent({ ca: server.caPem, keepAlive: true });
  }

  async createNamespace(name: string): Promise<void> {
    await this.send(
      'POST',
      '/api/v1/namespaces',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      { accept: [409] },
    );
  }

  async create(object: KubernetesObject): Promise<KubernetesObject> {
    const { apiVersion, kind, metadata } = object;
    const plural = `${kind.toLowerCase()}s`;
    const path = collectionPath(apiVersion, plural, metadata.namespace);
    return toKubernetesObject((await this.send('POST', path, object)).body);
  }

  async get(key: ObjectKey): Promise<KubernetesObject | undefined> {
    const { code, body } = await this.send('GET', pathOf(key), undefined, {
      accept: [404],
    });
    return code === 404 ? undefined : toKubernetesObject(body);
  }

  async list(plural: string): Promise<KubernetesObject[]> {
    const path = collectionPath(apiVersionOf(PLANE_GROUP), plural);
    const objects: KubernetesObject[] = [];
    let token = '';
    do {
      const query = `?limit=${PAGE_SIZE}&continue=${encodeURIComponent(token)}`;
      const { body } = await this.send('GET', `${path}${query}`);
      const items: unknown[] = Array.isArray(body.items) ? body.items : [];
      objects.push(...items.map(toKubernetesObject));
      token = stringAt(objectAt(body, 'metadata'), 'continue') ?? '';
    } while (token);
    return objects;
  }

  async patch(
    key: ObjectKey,
    patch: object,
    options: { subresource?: 'status' } = {},
  ): Promise<KubernetesObject> {
    const subresource = options.subresource ? `/${options.subresource}` : '';
    const path = `${pathOf(key)}${subresource}`;
    const { body } = await this.send('PATCH', path, patch, {
      contentType: 'application/merge-patch+json',
    });
    return toKubernetesObject(body);
  }

  async delete(key: ObjectKey): Promise<void> {
    await this.send('DELETE', pathOf(key), undefined, { accept: [404] });
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param options - `accept`: failures that are no error to the caller
   * @throws KubernetesRequestError for any other failure
   */
  async send(
    method: string,
    path: string,
    body?: object,
    options: { accept?: readonly number[]; contentType?: string } = {},
  ): Promise<Answer> {
    const { accept = [], contentType = 'application/json' } = options;
    const answer = await this.#exchange(method, path, contentType, body);
    if (answer.code >= 300 && !accept.includes(answer.code)) {
      throw new KubernetesRequestError(method, path, answer);
    }
    return answer;
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(
    method: string,
    path: string,
    contentType: string,
    body: object | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.#server.url),
        {
          agent: this.#agent,
          method,
          signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
          headers: {
            Accept: 'application/json',
            Authorization: `Bearer ${this.#server.adminToken}`,
            ...(body ? { 'Content-Type': contentType } : {}),
          },
        },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({
              code: answer.statusCode ?? 0,
              body: parseObject(Buffer.concat(chunks).toString('utf8')),
            }),
          );
        },
      );
      outgoing.once('error', reject);
      outgoing.end(body && JSON.stringify(body));
    });
  }
}
