import { PlaneKind } from '../model/kinds';
import { Plane } from '../model/plane';
import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';
import { ServedPlaneKind } from './ServedPlaneKind';

/** What a registration is compared with. @public */
export interface LintRegistrationContext {
  readonly served: ServedPlaneKind;
  /**
   * The planes that may matter: of the same control plane, those with the same name, planeID or agent CA, and the
   * observability planes. More do no harm.
   */
  readonly planes: readonly Plane[];
  /** Whether all planes of a kind are known, as for `createFleet`. */
  readonly isKnown: (controlPlane: string, kind: PlaneKind) => boolean;
  /** The plane that is changed; undefined for a new one. */
  readonly current?: Plane;
  readonly now: Date;
}

/**
 * The plane that a registration would make, for those that decide or compare by planes; undefined while its name,
 * namespace or kind is missing or wrong.
 *
 * @public
 */
export function planeOfRegistration(
  registration: Partial<PlaneRegistration>,
  served: ServedPlaneKind,
): Plane | undefined {
  throw new Error(`Not written yet: ${registration.name} ${served.kind}`);
}

/**
 * Everything that is wrong or worth knowing about the plane that a registration would make: the findings that the plane
 * would have, and whether its name is taken. Errors first.
 *
 * @public
 */
export function lintRegistration(
  registration: Partial<PlaneRegistration>,
  context: LintRegistrationContext,
): RegistrationProblem[] {
  throw new Error(`Not written yet: ${registration.name} ${context.now}`);
}
