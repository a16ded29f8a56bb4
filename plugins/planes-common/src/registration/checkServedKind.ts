import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';
import { ServedPlaneKind } from './ServedPlaneKind';

/**
 * Compares a registration with what its control plane serves: what the kind requires, and what it does not know.
 *
 * @param served - the kinds that the control plane serves
 * @public
 */
export function checkServedKind(
  registration: Partial<PlaneRegistration>,
  served: readonly ServedPlaneKind[],
): RegistrationProblem[] {
  throw new Error(`Not written yet: ${registration.kind} ${served.length}`);
}
