import { RegistrationField } from '@openchoreo-planes/backstage-plugin-planes-common';

/** The steps of the form, in order; each is the value of the query parameter `step`. */
export const REGISTRATION_STEPS = [
  'what',
  'identity',
  'agent',
  'links',
  'review',
  'connect',
] as const;

/** One of {@link REGISTRATION_STEPS}. */
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number];

const IDENTITY_FIELDS = new Set<string>([
  'namespace',
  'name',
  'displayName',
  'description',
  'owner',
  'planeID',
] satisfies RegistrationField[]);

/** The step in which a value is asked for. */
export function stepOfField(field: string): RegistrationStep {
  if (field === 'controlPlane' || field === 'kind') {
    return 'what';
  }
  if (IDENTITY_FIELDS.has(field)) {
    return 'identity';
  }
  return field.startsWith('agentCA') ? 'agent' : 'links';
}
