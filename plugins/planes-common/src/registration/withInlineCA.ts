import { PlaneRegistration } from './PlaneRegistration';

/**
 * The registration with its certificates in the resource, where they can be compared with those of other planes, even if
 * they are to be stored in a Secret.
 *
 * @public
 */
export function withInlineCA(
  registration: Partial<PlaneRegistration>,
): Partial<PlaneRegistration> {
  const { agentCA } = registration;
  return agentCA?.source === 'inline'
    ? { ...registration, agentCA: { source: 'inline', value: agentCA.value } }
    : registration;
}
