import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { HttpKubernetesApi } from '../kube';
import {
  ControlPlaneRequests,
  type ResourceApi,
} from '../resources/ControlPlaneRequests';
import {
  notConfigured,
  type RequestSubject,
} from '../resources/interpretFailure';
import { objectPath, objectsPath } from '../resources/resourcePaths';
import type {
  ResourceOutcome,
  ResourceRequestOptions,
  ResourceWriteOptions,
} from '../resources/types';
import type { ControlPlaneObjects, ObjectContent, ObjectRef } from './types';

const RIGHTS = 'docs/manifests/rbac-workflow-runs.yaml';

/** {@link ControlPlaneObjects} over HTTPS. */
export class DefaultControlPlaneObjects implements ControlPlaneObjects {
  readonly #controlPlanes: ReadonlyMap<string, ControlPlaneRequests>;

  /** @param options - what tests put in the place of HTTPS */
  static create(
    controlPlanes: readonly ControlPlaneConfig[],
    options: {
      readonly createApi?: (controlPlane: ControlPlaneConfig) => ResourceApi;
    } = {},
  ): DefaultControlPlaneObjects {
    const {
      createApi = ({ connection }) => HttpKubernetesApi.create(connection),
    } = options;
    const entries = controlPlanes.map(
      config =>
        [config.name, new ControlPlaneRequests(createApi(config))] as const,
    );
    return new DefaultControlPlaneObjects(new Map(entries));
  }

  private constructor(
    controlPlanes: ReadonlyMap<string, ControlPlaneRequests>,
  ) {
    this.#controlPlanes = controlPlanes;
  }

  async get(
    ref: ObjectRef,
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome> {
    const path = objectPath(ref);
    const requests = this.#controlPlanes.get(ref.controlPlane);
    return requests
      ? requests.read(path, subjectOf(ref), options)
      : { ok: false, failure: notConfigured(ref.controlPlane) };
  }

  async create(
    ref: ObjectRef,
    content: ObjectContent,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome> {
    const path = objectsPath(ref);
    const requests = this.#controlPlanes.get(ref.controlPlane);
    return requests
      ? requests.write(
          { method: 'POST', path, body: manifestOf(ref, content) },
          subjectOf(ref),
          options,
        )
      : { ok: false, failure: notConfigured(ref.controlPlane) };
  }

  /** Closes idle connections. */
  close(): void {
    for (const requests of this.#controlPlanes.values()) {
      requests.close();
    }
  }
}

function subjectOf({ kind, namespace, name }: ObjectRef): RequestSubject {
  const path = namespace === undefined ? name : `${namespace}/${name}`;
  return { resource: `${kind} ${path}`, namespace, rights: RIGHTS };
}

function manifestOf(
  { kind, namespace, name }: ObjectRef,
  { labels, annotations, spec }: ObjectContent,
): object {
  return {
    apiVersion: `${PLANE_API_GROUP}/${PLANE_API_VERSION}`,
    kind,
    metadata: {
      ...(namespace !== undefined && { namespace }),
      name,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
    spec,
  };
}
