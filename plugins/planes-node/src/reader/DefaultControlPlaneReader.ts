import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import {
  describeError,
  HttpKubernetesApi,
  isForbidden,
  isNotServed,
  listAll,
} from '../kube';
import type { ControlPlaneReader, ResourceList } from './types';

const PLURAL = /^[a-z]+$/;
/** OpenChoreo calls its cluster-scoped kinds so, all of them. */
const CLUSTER_SCOPED = /^cluster/;

interface Source {
  readonly api: HttpKubernetesApi;
  readonly namespaces: readonly string[] | undefined;
}

/** Reads through the Kubernetes APIs of control planes. */
export class DefaultControlPlaneReader implements ControlPlaneReader {
  readonly #sources: ReadonlyMap<string, Source>;

  static create(
    controlPlanes: readonly ControlPlaneConfig[],
  ): DefaultControlPlaneReader {
    return new DefaultControlPlaneReader(
      new Map(
        controlPlanes.map(({ name, connection, namespaces }) => [
          name,
          { api: HttpKubernetesApi.create(connection), namespaces },
        ]),
      ),
    );
  }

  private constructor(sources: ReadonlyMap<string, Source>) {
    this.#sources = sources;
  }

  async list(
    controlPlane: string,
    plural: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<ResourceList> {
    if (!PLURAL.test(plural)) {
      throw new TypeError(`'${plural}' is not the plural of a resource`);
    }
    const source = this.#sources.get(controlPlane);
    if (!source) {
      return {
        ok: false,
        reason: 'unavailable',
        message: `The control plane '${controlPlane}' is not in 'openchoreo.controlPlanes'.`,
      };
    }
    const items: unknown[] = [];
    try {
      for (const path of paths(plural, source.namespaces)) {
        const list = await listAll(source.api, path, {
          read: object => object,
          signal,
        });
        items.push(...list.items);
      }
    } catch (error) {
      signal.throwIfAborted();
      return {
        ok: false,
        reason: reasonOf(error),
        message: describeError(error),
      };
    }
    return { ok: true, items };
  }

  /** Closes idle connections. */
  close(): void {
    for (const { api } of this.#sources.values()) {
      api.close();
    }
  }
}

function paths(
  plural: string,
  namespaces: readonly string[] | undefined,
): readonly string[] {
  const root = `/apis/${PLANE_API_GROUP}/${PLANE_API_VERSION}`;
  return namespaces && !CLUSTER_SCOPED.test(plural)
    ? namespaces.map(namespace => `${root}/namespaces/${namespace}/${plural}`)
    : [`${root}/${plural}`];
}

function reasonOf(error: unknown) {
  if (isNotServed(error)) {
    return 'not-served';
  }
  return isForbidden(error) ? 'forbidden' : 'unavailable';
}
