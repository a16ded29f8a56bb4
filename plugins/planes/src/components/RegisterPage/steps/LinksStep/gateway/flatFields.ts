import {
  GatewayEndpointField,
  hasField,
  RegistrationField,
  RegistrationValues,
  requiresField,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { isUsed, USUAL_GATEWAY } from './endpoints';

/** A value that a gateway before v0.17 has. */
export interface FlatField {
  field: RegistrationField;
  label: string;
  required: boolean;
}

/** A host of a gateway before v0.17, and the ports under which it answers. */
export interface FlatEndpoint {
  endpoint: GatewayEndpointField;
  label: string;
  fields: readonly FlatField[];
}

const PREFIXES = [
  {
    prefix: 'public',
    endpoint: 'gateway.ingress.external',
    label: 'Open to everyone',
  },
  {
    prefix: 'organization',
    endpoint: 'gateway.ingress.internal',
    label: 'Open to the organisation',
  },
] as const;

/** What the gateway of a kind before v0.17 is made of. */
export function flatEndpoints(served: ServedPlaneKind): FlatEndpoint[] {
  return PREFIXES.map(({ prefix, endpoint, label }) => {
    const fields: [string, RegistrationField, string][] = [
      ['VirtualHost', `${endpoint}.https.host`, 'Host'],
      ['HTTPSPort', `${endpoint}.https.port`, 'HTTPS port'],
      ['HTTPPort', `${endpoint}.http.port`, 'HTTP port'],
      ['GatewayName', `${endpoint}.name`, 'Gateway name'],
      ['GatewayNamespace', `${endpoint}.namespace`, 'Gateway namespace'],
    ];
    return {
      endpoint,
      label,
      fields: fields
        .filter(([suffix]) => hasField(served, `gateway.${prefix}${suffix}`))
        .map(([suffix, field, fieldLabel]) => ({
          field,
          label: fieldLabel,
          required: requiresField(served, `gateway.${prefix}${suffix}`),
        })),
    };
  }).filter(({ fields }) => fields.length > 0);
}

const HTTPS_PORT = '443';

/**
 * Fills in what a registration always has of an endpoint but the kind does not ask for, and takes it away again with the
 * last value that it does ask for; undefined where all is as it should be.
 */
export function impliedValues(
  { endpoint, fields }: FlatEndpoint,
  values: RegistrationValues,
): RegistrationValues | undefined {
  const proposals: RegistrationValues = {
    [`${endpoint}.name`]: USUAL_GATEWAY.name,
    [`${endpoint}.namespace`]: USUAL_GATEWAY.namespace,
    [`${endpoint}.https.port`]: HTTPS_PORT,
  };
  const asked = new Set(fields.map(({ field }) => field));
  const implied = Object.entries(proposals).filter(
    ([field]) => ![...asked].some(other => other === field),
  );
  if (implied.length === 0 || !isUsed(endpoint, values)) {
    return undefined;
  }
  const isFilledIn = [...asked].some(field => values[field] !== undefined);
  const wanted: RegistrationValues = Object.fromEntries(
    implied.map(([field, value]) => [field, isFilledIn ? value : '']),
  );
  const current: Readonly<Record<string, string | undefined>> = values;
  const differs = Object.entries(wanted).some(
    ([field, value]) => (current[field] === undefined) !== (value === ''),
  );
  return differs ? wanted : undefined;
}
