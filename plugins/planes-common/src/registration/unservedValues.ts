import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';
import { hasField, ServedPlaneKind } from './ServedPlaneKind';

/** A value that not every kind has. */
interface OptionalValue {
  readonly value: keyof PlaneRegistration;
  readonly what: string;
  readonly remedy: string;
  /** The field of `spec` that it becomes, where that has another name. */
  readonly specField?: string;
  /** The path at which a problem is told, where that is not the value's. */
  readonly field?: string;
}

const OPTIONAL_VALUES: readonly OptionalValue[] = [
  { value: 'planeID', what: 'planeID', remedy: 'Leave it out.' },
  {
    value: 'secretStore',
    specField: 'secretStoreRef',
    what: 'secret store',
    remedy: 'Leave it out.',
  },
  {
    value: 'observabilityPlaneRef',
    field: 'observabilityPlaneRef.name',
    what: 'observability plane',
    remedy:
      'Leave it out; data and workflow planes refer to observability planes.',
  },
  {
    value: 'observerURL',
    what: 'observer URL',
    remedy:
      'Leave it out, and give it to the observability plane that this plane refers to.',
  },
  {
    value: 'rcaAgentURL',
    what: 'URL of an RCA agent',
    remedy:
      'Leave it out; observability planes have it since OpenChoreo v0.13.',
  },
  {
    value: 'finOpsAgentURL',
    what: 'URL of a FinOps agent',
    remedy: 'Leave it out; observability planes have it since OpenChoreo v1.1.',
  },
  {
    value: 'imagePullSecretRefs',
    what: 'image pull secrets',
    remedy:
      'Leave them out; only data planes before OpenChoreo v1.0 have them.',
  },
];

/** The problems that a registration gives what its kind has no field for; the gateway aside. */
export function unservedValues(
  values: Partial<PlaneRegistration>,
  served: ServedPlaneKind,
): RegistrationProblem[] {
  return OPTIONAL_VALUES.filter(
    ({ value, specField = value }) =>
      values[value] !== undefined && !hasField(served, specField),
  ).map(({ value, what, remedy, field = value }) => ({
    code: 'field-not-served',
    severity: 'error',
    field,
    message: `A ${served.kind} of this control plane has no ${what}.`,
    remedy,
  }));
}
