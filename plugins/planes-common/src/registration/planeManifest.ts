import { PlaneKind } from '../model/kinds';
import { PlaneRegistration } from './PlaneRegistration';
import { ServedPlaneKind } from './ServedPlaneKind';

/** A resource to be created. @public */
export interface PlaneManifest {
  readonly apiVersion: string;
  readonly kind: PlaneKind;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: { readonly [name: string]: string };
  };
  readonly spec: { readonly [field: string]: unknown };
}

/** A Secret with the agent CA of a plane, to be created. @public */
export interface AgentCASecretManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: { readonly [name: string]: string };
  };
  readonly type: 'Opaque';
  readonly stringData: { readonly [key: string]: string };
}

/**
 * The resource that a registration asks for, with the fields that its control plane serves.
 *
 * @remarks
 * Empty values are left out. What the kind does not have is left out, too: `checkServedKind` tells.
 *
 * @param registration - one that is not complete gives a resource that is not
 * @public
 */
export function buildPlaneManifest(
  registration: Partial<PlaneRegistration> &
    Pick<PlaneRegistration, 'kind' | 'name'>,
  served: ServedPlaneKind,
): PlaneManifest {
  throw new Error(`Not written yet: ${registration.name} ${served.kind}`);
}

/** The Secret for the agent CA, where the registration wants one. @public */
export function buildAgentCASecret(
  registration: Partial<PlaneRegistration>,
): AgentCASecretManifest | undefined {
  throw new Error(`Not written yet: ${registration.name}`);
}

/** Resources in YAML, one document each; text of several lines as blocks. @public */
export function renderManifests(resources: readonly object[]): string {
  throw new Error(`Not written yet: ${resources.length}`);
}
