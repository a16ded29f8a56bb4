import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationValues } from './registrationFields';

/**
 * The registration that the values of a form stand for, to be read by `validateRegistration`.
 *
 * @remarks
 * Values that are empty, and those of the agent CA source that is not chosen, are left out; white space around them goes,
 * but not within a certificate. Ports become numbers where they are digits; `imagePullSecretRefs` is split at commas and
 * white space.
 *
 * @public
 */
export function registrationFromValues(values: RegistrationValues): {
  [field: string]: unknown;
} {
  throw new Error(`Not written yet: ${values.name}`);
}

/** The values with which a form for a registration begins. @public */
export function valuesFromRegistration(
  registration: Partial<PlaneRegistration>,
): RegistrationValues {
  throw new Error(`Not written yet: ${registration.name}`);
}
