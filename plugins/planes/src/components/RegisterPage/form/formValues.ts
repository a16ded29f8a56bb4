import {
  hasField,
  planeKindInfo,
  RegistrationField,
  RegistrationValues,
  REGISTRATION_FIELDS,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { holdsPrivateKey } from './holdsPrivateKey';

/** How long a value may be. Certificates are the longest; hundreds of them fit. */
export const MAX_VALUE_LENGTH = 65_536;

/** Whether the form takes a value. It never keeps a private key, nor what no field can need. */
export function isAcceptable(field: RegistrationField, value: string): boolean {
  return (
    value.length <= MAX_VALUE_LENGTH &&
    !(field === 'agentCA.value' && holdsPrivateKey(value))
  );
}

/** Values with changes; an empty string takes one away, and what is not acceptable leaves it as it was. */
export function changeValues(
  values: RegistrationValues,
  changes: RegistrationValues,
): RegistrationValues {
  const changed: { [F in RegistrationField]?: string } = { ...values };
  for (const field of REGISTRATION_FIELDS) {
    const value = changes[field];
    if (value === '') {
      delete changed[field];
    } else if (value !== undefined && isAcceptable(field, value)) {
      changed[field] = value;
    }
  }
  return changed;
}

/** The fields of `spec` for one of which a kind has use for a value; undefined for values of every kind. */
function specFields(field: RegistrationField): string[] | undefined {
  if (field === 'secretStore') {
    return ['secretStoreRef'];
  }
  const [first, second] = field.split('.');
  switch (first) {
    case 'gateway':
      // Before v0.17 there was a host for each exposure of the ingress.
      return second === 'ingress'
        ? ['gateway.ingress', 'gateway.publicVirtualHost']
        : [`gateway.${second}`];
    case 'planeID':
    case 'observabilityPlaneRef':
    case 'observerURL':
    case 'rcaAgentURL':
    case 'finOpsAgentURL':
    case 'imagePullSecretRefs':
      return [first];
    default:
      return undefined;
  }
}

/** Those of the values that a kind has. */
export function valuesOfKind(
  values: RegistrationValues,
  served: ServedPlaneKind,
): RegistrationValues {
  const isCluster = planeKindInfo(served.kind).scope === 'Cluster';
  const kept: { [F in RegistrationField]?: string } = { ...values };
  for (const field of REGISTRATION_FIELDS) {
    const fields = specFields(field);
    if (fields && !fields.some(path => hasField(served, path))) {
      delete kept[field];
    }
  }
  if (isCluster) {
    delete kept.namespace;
    if (kept['observabilityPlaneRef.kind'] === 'ObservabilityPlane') {
      // A plane of cluster scope cannot refer to one of a namespace.
      delete kept['observabilityPlaneRef.kind'];
      delete kept['observabilityPlaneRef.name'];
    }
  }
  return kept;
}

/** Whether two forms say the same. */
export function sameValues(
  one: RegistrationValues,
  other: RegistrationValues,
): boolean {
  return REGISTRATION_FIELDS.every(
    field => (one[field] ?? '') === (other[field] ?? ''),
  );
}
