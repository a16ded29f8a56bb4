import {
  type AgentCASecretManifest,
  formatPlaneRef,
  PLANE_API_GROUP,
  PLANE_API_VERSION,
  type PlaneManifest,
  type PlaneRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { HttpKubernetesApi, type KubernetesWrite } from '../kube';
import type { ResourceApi } from './ControlPlaneRequests';
import { ControlPlaneResources } from './ControlPlaneResources';
import { notConfigured, type RequestSubject } from './interpretFailure';
import {
  planePath,
  planesPath,
  secretPath,
  secretsPath,
} from './resourcePaths';
import type {
  ConfiguredControlPlane,
  ControlPlaneNamespaces,
  PlaneResources,
  ResourceFailure,
  ResourceOutcome,
  ResourceRequestOptions,
  ResourceWriteOptions,
  ServedKinds,
} from './types';

interface SecretRef {
  readonly namespace: string;
  readonly name: string;
}

/** {@link PlaneResources} over HTTPS. */
export class DefaultPlaneResources implements PlaneResources {
  readonly #configs: readonly ControlPlaneConfig[];
  readonly #controlPlanes: ReadonlyMap<string, ControlPlaneResources>;

  /** @param options - what tests put in the place of HTTPS, and of the time in milliseconds since 1970 */
  static create(
    controlPlanes: readonly ControlPlaneConfig[],
    options: {
      readonly createApi?: (controlPlane: ControlPlaneConfig) => ResourceApi;
      readonly now?: () => number;
    } = {},
  ): DefaultPlaneResources {
    const {
      createApi = ({ connection }) => HttpKubernetesApi.create(connection),
      now,
    } = options;
    const entries = controlPlanes.map(
      config =>
        [
          config.name,
          new ControlPlaneResources(config, createApi(config), now),
        ] as const,
    );
    return new DefaultPlaneResources(controlPlanes, new Map(entries));
  }

  private constructor(
    configs: readonly ControlPlaneConfig[],
    controlPlanes: ReadonlyMap<string, ControlPlaneResources>,
  ) {
    this.#configs = configs;
    this.#controlPlanes = controlPlanes;
  }

  controlPlanes(): readonly ConfiguredControlPlane[] {
    return this.#configs.map(({ name, namespaces, agentURL }) => ({
      name,
      ...(namespaces && { namespaces }),
      ...(agentURL !== undefined && { agentURL }),
    }));
  }

  async servedKinds(
    controlPlane: string,
    { signal }: ResourceRequestOptions,
  ): Promise<ServedKinds> {
    const target = this.#controlPlanes.get(controlPlane);
    return target
      ? target.servedKinds(signal)
      : { kinds: [], error: notConfigured(controlPlane).message };
  }

  async namespaces(
    controlPlane: string,
    { signal }: ResourceRequestOptions,
  ): Promise<ControlPlaneNamespaces> {
    const target = this.#controlPlanes.get(controlPlane);
    return target ? target.namespaces(signal) : { items: [], complete: false };
  }

  async getPlane(
    ref: PlaneRef,
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome> {
    const path = planePath(ref);
    const target = this.#controlPlanes.get(ref.controlPlane);
    return target
      ? target.requests.read(path, planeSubject(ref), options)
      : refusal(notConfigured(ref.controlPlane));
  }

  async createPlane(
    controlPlane: string,
    manifest: PlaneManifest,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const { namespace, name } = manifest.metadata;
    const ref = { controlPlane, kind: manifest.kind, namespace, name };
    const path = planesPath(ref);
    return this.#write(
      controlPlane,
      { method: 'POST', path, body: manifest },
      planeSubject(ref),
      options,
    );
  }

  async updatePlane(
    ref: PlaneRef,
    object: object,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const path = planePath(ref);
    if (!hasResourceVersion(object)) {
      return refusal({
        reason: 'conflict',
        message: `The change of ${formatPlaneRef(
          ref,
        )} does not say which version it was made from ('metadata.resourceVersion'): look at the resource again before you repeat the change`,
        causes: [],
      });
    }
    return this.#write(
      ref.controlPlane,
      { method: 'PUT', path, body: object },
      planeSubject(ref),
      options,
    );
  }

  async createSecret(
    controlPlane: string,
    manifest: AgentCASecretManifest,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const path = secretsPath(manifest.metadata);
    return this.#write(
      controlPlane,
      { method: 'POST', path, body: manifest },
      secretSubject(manifest.metadata),
      options,
    );
  }

  async setSecretOwner(
    controlPlane: string,
    secret: SecretRef,
    owner: PlaneRef & { readonly uid: string },
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome> {
    const path = secretPath(secret);
    planePath(owner);
    const { kind, namespace, name, uid } = owner;
    if (namespace !== undefined && namespace !== secret.namespace) {
      // Kubernetes would look for the owner in the Secret's namespace, not find it, and delete the Secret.
      return refusal({
        reason: 'invalid',
        message: `The Secret '${secret.name}' is in the namespace '${secret.namespace}' and cannot belong to a plane in '${namespace}': put both into the same namespace`,
        causes: [],
      });
    }
    const apiVersion = `${PLANE_API_GROUP}/${PLANE_API_VERSION}`;
    const ownerReferences = [{ apiVersion, kind, name, uid }];
    return this.#write(
      controlPlane,
      { method: 'PATCH', path, body: { metadata: { ownerReferences } } },
      secretSubject(secret),
      options,
    );
  }

  async deleteSecret(
    controlPlane: string,
    secret: SecretRef & { readonly uid: string },
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome> {
    const path = secretPath(secret);
    if (!secret.uid) {
      // Without one, Kubernetes would delete whatever has the name.
      throw new TypeError('A Secret is deleted by its uid');
    }
    const body = {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid: secret.uid },
    };
    return this.#write(
      controlPlane,
      { method: 'DELETE', path, body },
      secretSubject(secret),
      options,
    );
  }

  /** Closes idle connections. */
  close(): void {
    for (const target of this.#controlPlanes.values()) {
      target.close();
    }
  }

  async #write(
    controlPlane: string,
    request: KubernetesWrite,
    subject: RequestSubject,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const target = this.#controlPlanes.get(controlPlane);
    return target
      ? target.requests.write(request, subject, options)
      : refusal(notConfigured(controlPlane));
  }
}

function planeSubject(ref: PlaneRef): RequestSubject {
  return { resource: formatPlaneRef(ref), namespace: ref.namespace };
}

function secretSubject({ namespace, name }: SecretRef): RequestSubject {
  return { resource: `Secret ${namespace}/${name}`, namespace };
}

function hasResourceVersion(object: object): boolean {
  const { resourceVersion } = Object('metadata' in object && object.metadata);
  return typeof resourceVersion === 'string' && resourceVersion !== '';
}

function refusal(failure: ResourceFailure): ResourceOutcome {
  return { ok: false, failure };
}
