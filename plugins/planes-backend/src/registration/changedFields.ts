import {
  type PlaneRegistration,
  REGISTRATION_FIELDS,
  type RegistrationField,
  valuesFromRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** The fields whose values differ; never the values, of which some are long. */
export function changedFields(
  before: Partial<PlaneRegistration>,
  after: Partial<PlaneRegistration>,
): RegistrationField[] {
  const old = valuesFromRegistration(before);
  const next = valuesFromRegistration(after);
  return REGISTRATION_FIELDS.filter(
    field => (old[field] ?? '') !== (next[field] ?? ''),
  );
}
