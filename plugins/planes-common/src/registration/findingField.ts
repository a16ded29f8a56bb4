import { Plane } from '../model/plane';
import { PlaneRegistration } from './PlaneRegistration';

/**
 * The path in a registration of what a finding about a plane is about.
 *
 * @remarks
 * For a field that registrations do not have, the path is that of the field in `spec`.
 *
 * @param field - the path of the field in the resource, as the finding has it
 * @param registration - the one that would make the plane; without it, its agent CA is where the plane has it
 * @public
 */
export function findingField(
  field: string,
  plane: Pick<Plane, 'agentCA'>,
  registration: Pick<Partial<PlaneRegistration>, 'agentCA'> = {},
): string {
  const path = field
    .replace(/^spec\./, '')
    .replace(/^clusterAgent\.clientCA/, 'agentCA')
    // As releases before v1.0 call it.
    .replace(/^agentCA\.secretRef\b/, 'agentCA.secretKeyRef');
  const secret =
    registration.agentCA?.source === 'inline'
      ? 'agentCA.storeIn'
      : 'agentCA.secretKeyRef';
  switch (path) {
    case 'agentCA':
      return plane.agentCA.source === 'secret'
        ? `${secret}.name`
        : 'agentCA.value';
    case 'agentCA.secretKeyRef.namespace':
      return `${secret}.namespace`;
    case 'observabilityPlaneRef':
      return 'observabilityPlaneRef.name';
    default:
      return path;
  }
}
