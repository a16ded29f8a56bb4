import { RegistrationField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ValueGroup } from './mergeValues';

const GROUPS: { [G in ValueGroup]?: string } = {
  agentCA: 'Agent CA',
  observabilityPlaneRef: 'Observability plane',
  displayName: 'Display name',
  description: 'Description',
  owner: 'Owner',
  planeID: 'planeID',
  secretStore: 'Secret store',
  observerURL: 'Observer URL',
  rcaAgentURL: 'RCA agent URL',
  finOpsAgentURL: 'FinOps agent URL',
  imagePullSecretRefs: 'Image pull SecretReferences',
};

const FIELDS: { [F in RegistrationField]?: string } = {
  'agentCA.source': 'Source',
  'agentCA.value': 'Certificate',
  'agentCA.storeIn.namespace': 'Namespace of the new Secret',
  'agentCA.storeIn.name': 'New Secret',
  'agentCA.storeIn.key': 'Key in the new Secret',
  'agentCA.secretKeyRef.namespace': 'Namespace of the Secret',
  'agentCA.secretKeyRef.name': 'Secret',
  'agentCA.secretKeyRef.key': 'Key in the Secret',
  'observabilityPlaneRef.kind': 'Kind',
  'observabilityPlaneRef.name': 'Name',
};

/** What a group of values is called. */
export function groupLabel(group: ValueGroup): string {
  const [first, direction, exposure] = group.split('.');
  return first === 'gateway' && direction && exposure
    ? `Gateway, ${exposure} ${direction}`
    : GROUPS[group] ?? group;
}

/** What a value is called within its group; undefined where the group has no other. */
export function fieldLabel(
  group: ValueGroup,
  field: RegistrationField,
): string | undefined {
  if (field === group) {
    return undefined;
  }
  // Of a gateway, the end of the path is the name that its resource has for it.
  return FIELDS[field] ?? field.slice(group.length + 1).replaceAll('.', ' ');
}
