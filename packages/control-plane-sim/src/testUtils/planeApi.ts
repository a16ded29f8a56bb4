import { readKubeconfig } from './readKubeconfig';
import { openWatch, send, TestWatch } from './httpClient';

/** Where plane resources are. */
export const ROOT = '/apis/openchoreo.dev/v1alpha1';
/** The data planes of the namespace that the tests use. */
export const PLANES = `${ROOT}/namespaces/acme/dataplanes`;
export const MERGE = { 'Content-Type': 'application/merge-patch+json' };
export const JSON_PATCH = { 'Content-Type': 'application/json-patch+json' };

/** A small data plane that is valid. */
export function plane(name: string, spec: object = {}, metadata: object = {}) {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'DataPlane',
    metadata: { name, ...metadata },
    spec: { planeID: 'p', clusterAgent: { clientCA: {} }, ...spec },
  };
}

/** Requests to the server of a kubeconfig. */
export class PlaneApi {
  readonly #access: Awaited<ReturnType<typeof readKubeconfig>>;
  readonly #watches: TestWatch[] = [];

  static async open(kubeconfigFile: string): Promise<PlaneApi> {
    return new PlaneApi(await readKubeconfig(kubeconfigFile));
  }

  private constructor(access: Awaited<ReturnType<typeof readKubeconfig>>) {
    this.#access = access;
  }

  /** Sends a request; the body of the answer is parsed where it is JSON. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const { token } = this.#access;
    const answer = await send(this.#access, {
      method,
      path,
      body,
      headers,
      token,
    });
    const isJson = answer.headers['content-type'] === 'application/json';
    return {
      status: answer.status,
      warning: answer.headers.warning,
      body: isJson ? JSON.parse(answer.text) : answer.text,
    };
  }

  /** Opens a watch on a collection. */
  async watch(
    query = '',
    options: { plural?: string; headers?: Record<string, string> } = {},
  ): Promise<TestWatch> {
    const { plural = 'dataplanes', headers } = options;
    const opened = await openWatch(this.#access, {
      path: `${ROOT}/${plural}?watch=true&${query}`,
      token: this.#access.token,
      headers,
    });
    this.#watches.push(opened);
    return opened;
  }

  /** The resourceVersion of the list of data planes now. */
  async currentVersion(): Promise<string> {
    const { body } = await this.call('GET', `${ROOT}/dataplanes?limit=1`);
    return body.metadata.resourceVersion;
  }

  closeWatches(): void {
    for (const opened of this.#watches.splice(0)) {
      opened.close();
    }
  }
}
