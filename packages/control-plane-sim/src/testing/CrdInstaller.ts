import { setTimeout as delay } from 'node:timers/promises';
import { isJsonObject, JsonObject, objectAt, stringAt } from '../objects/json';
import { apiVersionOf, collectionPath, PLANE_GROUP } from './kubernetesObject';
import { KubernetesClient } from './KubernetesClient';

const CRDS_PATH = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const POLL_INTERVAL_MS = 50;
const DEADLINE_MS = 60_000;

async function until(
  what: string,
  isTrue: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) {
      throw new Error(`${what} did not happen within ${DEADLINE_MS} ms`);
    }
    await delay(POLL_INTERVAL_MS);
  }
}

function pluralOf(crd: JsonObject): string {
  return stringAt(objectAt(objectAt(crd, 'spec'), 'names'), 'plural') ?? '';
}

/** Installs and removes CustomResourceDefinitions through the Kubernetes API. */
export class CrdInstaller {
  readonly #client: KubernetesClient;

  constructor(client: KubernetesClient) {
    this.#client = client;
  }

  /** Installs definitions, or replaces those that are there; resolves when all are served and described. */
  async install(crds: readonly JsonObject[]): Promise<void> {
    await Promise.all(crds.map(crd => this.#apply(crd)));
    await Promise.all(crds.map(crd => this.#untilServed(crd)));
    await until('Describing the installed resources', () =>
      this.#areDescribed(crds.map(pluralOf)),
    );
  }

  /** Resolves when every plural that is installed is served, as some time after a restart. */
  async untilAllServed(): Promise<void> {
    const { body } = await this.#client.send('GET', CRDS_PATH);
    const crds = Array.isArray(body.items)
      ? body.items.filter(isJsonObject)
      : [];
    await Promise.all(
      crds
        .filter(crd => stringAt(crd.spec, 'group') === PLANE_GROUP)
        .map(crd => this.#untilServed(crd)),
    );
  }

  /** Removes the definition of a plural; resolves when it is no longer served. */
  async remove(plural: string): Promise<void> {
    await this.#client.send(
      'DELETE',
      `${CRDS_PATH}/${plural}.${PLANE_GROUP}`,
      undefined,
      { accept: [404] },
    );
    await until(
      `Removing '${plural}'`,
      async () => !(await this.#isServed(plural)),
    );
  }

  async #apply(crd: JsonObject): Promise<void> {
    const { code } = await this.#client.send('POST', CRDS_PATH, crd, {
      accept: [409],
    });
    if (code === 409) {
      const path = `${CRDS_PATH}/${stringAt(crd.metadata, 'name')}`;
      const { body: current } = await this.#client.send('GET', path);
      const resourceVersion = stringAt(current.metadata, 'resourceVersion');
      await this.#client.send('PUT', path, {
        ...crd,
        metadata: { ...objectAt(crd, 'metadata'), resourceVersion },
      });
    }
  }

  /** A real API server publishes the OpenAPI document of a group some time after it serves its resources. */
  async #areDescribed(plurals: readonly string[]): Promise<boolean> {
    const { body } = await this.#client.send(
      'GET',
      `/openapi/v3/apis/${apiVersionOf(PLANE_GROUP)}`,
      undefined,
      { accept: [404, 503] },
    );
    const paths = Object.keys(objectAt(body, 'paths'));
    return plurals.every(plural =>
      paths.some(path => path.endsWith(`/${plural}`)),
    );
  }

  async #untilServed(crd: JsonObject): Promise<void> {
    const plural = pluralOf(crd);
    await until(`Serving '${plural}'`, () => this.#isServed(plural));
  }

  /** Whether a plural is both discovered and listable; these do not come at once in a real cluster. */
  async #isServed(plural: string): Promise<boolean> {
    const apiVersion = apiVersionOf(PLANE_GROUP);
    const [discovery, list] = await Promise.all([
      this.#client.send('GET', `/apis/${apiVersion}`, undefined, {
        accept: [404, 503],
      }),
      this.#client.send(
        'GET',
        `${collectionPath(apiVersion, plural)}?limit=1`,
        undefined,
        { accept: [404, 429, 503] },
      ),
    ]);
    const { resources } = discovery.body;
    return (
      list.code === 200 &&
      Array.isArray(resources) &&
      resources.some(
        resource => isJsonObject(resource) && resource.name === plural,
      )
    );
  }
}
