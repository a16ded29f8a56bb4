import type {
  AgentCASecretManifest,
  PlaneManifest,
  PlaneRef,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Options of every request to a control plane. @public */
export interface ResourceRequestOptions {
  readonly signal: AbortSignal;
}

/** Options of a request that writes. @public */
export interface ResourceWriteOptions extends ResourceRequestOptions {
  /** The API server checks everything and writes nothing. */
  readonly dryRun?: boolean;
}

/** Why the API server did not do what was asked. @public */
export interface ResourceFailure {
  readonly reason: /** 422, or 400 for an object that it could not read: {@link ResourceFailure.causes} tell the fields. */
  | 'invalid'
    /** The name is taken: 409 AlreadyExists. */
    | 'already-exists'
    /** Somebody else has changed or deleted the object meanwhile: 409 Conflict. */
    | 'conflict'
    /** 404: the object, or the namespace. */
    | 'not-found'
    /** 404 without a `Status`: the kind is not served. */
    | 'not-served'
    /** 401 or 403: the portal's own account lacks the right, whoever the user is. */
    | 'forbidden'
    /** No answer, one in time, or one that makes sense. */
    | 'unavailable';
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** One sentence for a person; quotes no certificates or keys. */
  readonly message: string;
  /** The change may have been carried out all the same: the answer got lost. Only with `unavailable`. */
  readonly mayBeDone?: boolean;
  /** What of the object was wrong, as the API server put it; empty where it said nothing of fields. */
  readonly causes: readonly {
    /** The path in the object, for example `spec.planeID`. */
    readonly field?: string;
    /** For example `FieldValueRequired`; `FieldUnknown` for a field that strict validation does not know. */
    readonly reason?: string;
    readonly message: string;
  }[];
}

/** What came of a request for one resource. @public */
export type ResourceOutcome =
  | {
      readonly ok: true;
      readonly object: object;
      /** From the answer's `Warning` headers, for a person. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly failure: ResourceFailure };

/** The plane kinds that a control plane serves. @public */
export interface ServedKinds {
  /** The last that are known, where they could not be read just now. */
  readonly kinds: readonly ServedPlaneKind[];
  /** When they were read, ISO 8601; undefined where they never could be. */
  readonly asOf?: string;
  /** Why they could not be read just now, in one sentence. */
  readonly error?: string;
}

/** The namespaces of a control plane. @public */
export interface ControlPlaneNamespaces {
  /** Sorted; without those of Kubernetes itself. */
  readonly items: readonly string[];
  /** False where the portal may not list namespaces, or could not. */
  readonly complete: boolean;
}

/** A control plane as it is configured. @public */
export interface ConfiguredControlPlane {
  readonly name: string;
  /** The namespaces that the portal reads; all of them where undefined. */
  readonly namespaces?: readonly string[];
  /** The WebSocket URL that agents dial; undefined where the configuration does not tell. */
  readonly agentURL?: string;
}

/**
 * Reads and writes the resources of planes, one at a time, with the portal's own rights.
 *
 * @remarks
 * Check the user's permission before. Writes are made as field manager `backstage-planes` with strict field validation, and
 * never adopt or overwrite what another made. Failures are outcomes; methods reject only where the caller cancels, or
 * with a TypeError for a reference that may not become part of a path.
 *
 * @public
 */
export interface PlaneResources {
  controlPlanes(): readonly ConfiguredControlPlane[];
  /** The plane kinds by discovery and schema; read again when older than half a minute. */
  servedKinds(
    controlPlane: string,
    options: ResourceRequestOptions,
  ): Promise<ServedKinds>;
  /** Those that are configured, else those that the API server lists. */
  namespaces(
    controlPlane: string,
    options: ResourceRequestOptions,
  ): Promise<ControlPlaneNamespaces>;
  /** The resource as the API server has it: secrets, and anything else that never may leave the backend, included. */
  getPlane(
    ref: PlaneRef,
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome>;
  /** Creates the plane's resource; `already-exists` where there is one of that name. */
  createPlane(
    controlPlane: string,
    manifest: PlaneManifest,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome>;
  /** Replaces the plane's resource; `conflict` unless `metadata.resourceVersion` is that of the present one. */
  updatePlane(
    ref: PlaneRef,
    object: object,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome>;
  /** Creates a Secret; `already-exists` where there is one of that name. */
  createSecret(
    controlPlane: string,
    manifest: AgentCASecretManifest,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome>;
  /** Has Kubernetes delete a Secret together with a plane. */
  setSecretOwner(
    controlPlane: string,
    secret: { readonly namespace: string; readonly name: string },
    owner: PlaneRef & { readonly uid: string },
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome>;
  /** Deletes the Secret with this uid; `conflict` where the name is another's by now. */
  deleteSecret(
    controlPlane: string,
    secret: {
      readonly namespace: string;
      readonly name: string;
      readonly uid: string;
    },
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome>;
}
