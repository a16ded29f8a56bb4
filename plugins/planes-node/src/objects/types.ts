import type { FollowedRef } from '../follow/types';
import type {
  ResourceOutcome,
  ResourceRequestOptions,
  ResourceWriteOptions,
} from '../resources/types';

/** Names one object of API group `openchoreo.dev`. @public */
export interface ObjectRef extends FollowedRef {
  /** The resource name in API paths, for example `workflowruns`. */
  readonly plural: string;
}

/** What somebody writes of an object. @public */
export interface ObjectContent {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec: object;
}

/**
 * Reads and creates objects of control planes, one at a time, with the portal's own rights.
 *
 * @remarks
 * Check the user's permission before. Writes are made as field manager `backstage-planes` with strict field validation, and
 * never adopt what exists. Failures are outcomes; methods reject only where the caller cancels, or with a TypeError for a
 * reference that may not become part of a path.
 *
 * @public
 */
export interface ControlPlaneObjects {
  /** The object as the API server has it: secrets, and anything else that never may leave the backend, included. */
  get(
    ref: ObjectRef,
    options: ResourceRequestOptions,
  ): Promise<ResourceOutcome>;
  /** Creates an object; `already-exists` where there is one of that name. */
  create(
    ref: ObjectRef,
    content: ObjectContent,
    options: ResourceWriteOptions,
  ): Promise<ResourceOutcome>;
}
