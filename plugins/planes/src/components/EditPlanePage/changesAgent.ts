import {
  REGISTRATION_FIELDS,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const AGENT_FIELDS = REGISTRATION_FIELDS.filter(
  field => field === 'planeID' || field.startsWith('agentCA.'),
);

/** Whether a change is one of how the plane's agents identify themselves, so that they have to connect anew. */
export function changesAgent(
  before: RegistrationValues,
  after: RegistrationValues,
): boolean {
  return AGENT_FIELDS.some(
    field => (before[field] || '') !== (after[field] || ''),
  );
}
