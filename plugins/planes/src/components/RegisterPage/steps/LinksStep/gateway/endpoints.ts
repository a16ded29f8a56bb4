import {
  GatewayEndpointField,
  RegistrationField,
  REGISTRATION_FIELDS,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** What is asked of each protocol of an endpoint. */
export const PROTOCOLS = ['http', 'https', 'tls'] as const;

/** One of {@link PROTOCOLS}. */
export type Protocol = (typeof PROTOCOLS)[number];

/** How protocols are written. */
export const PROTOCOL_LABELS: Record<Protocol, string> = {
  http: 'HTTP',
  https: 'HTTPS',
  tls: 'TLS',
};

/** A place in a data plane's gateway, for a person. */
export interface EndpointInfo {
  endpoint: GatewayEndpointField;
  label: string;
  /** What goes through it. */
  about: string;
}

/** The places in a gateway, those that are used most first. */
export const ENDPOINTS: readonly EndpointInfo[] = [
  {
    endpoint: 'gateway.ingress.external',
    label: 'Ingress, external',
    about: 'Requests from the internet to what is exposed to everyone.',
  },
  {
    endpoint: 'gateway.ingress.internal',
    label: 'Ingress, internal',
    about: "Requests from the organisation's own network.",
  },
  {
    endpoint: 'gateway.egress.external',
    label: 'Egress, external',
    about: 'Requests of workloads to the internet.',
  },
  {
    endpoint: 'gateway.egress.internal',
    label: 'Egress, internal',
    about: "Requests of workloads to the organisation's own network.",
  },
];

/** The Gateway that OpenChoreo's Helm chart creates in a data plane. */
export const USUAL_GATEWAY = {
  name: 'gateway-default',
  namespace: 'openchoreo-data-plane',
};

/** The fields of an endpoint. */
export function endpointFields(
  endpoint: GatewayEndpointField,
): RegistrationField[] {
  return REGISTRATION_FIELDS.filter(field => field.startsWith(`${endpoint}.`));
}

/** Whether anything of an endpoint is filled in. */
export function isUsed(
  endpoint: GatewayEndpointField,
  values: RegistrationValues,
): boolean {
  return endpointFields(endpoint).some(field => values[field] !== undefined);
}

/** Whether anything of a listener is filled in. */
export function usesListener(
  endpoint: GatewayEndpointField,
  protocol: Protocol,
  values: RegistrationValues,
): boolean {
  return endpointFields(endpoint).some(
    field =>
      field.startsWith(`${endpoint}.${protocol}.`) &&
      values[field] !== undefined,
  );
}

/** An endpoint in a line: `gateway-default in openchoreo-data-plane, HTTP 80`. */
export function endpointSummary(
  endpoint: GatewayEndpointField,
  values: RegistrationValues,
): string {
  if (!isUsed(endpoint, values)) {
    return 'not used';
  }
  const name = values[`${endpoint}.name`] ?? 'no Gateway named';
  const namespace = values[`${endpoint}.namespace`];
  const listeners = PROTOCOLS.filter(protocol =>
    usesListener(endpoint, protocol, values),
  ).map(protocol => {
    const port = values[`${endpoint}.${protocol}.port`];
    return [PROTOCOL_LABELS[protocol], port].filter(Boolean).join(' ');
  });
  return [namespace ? `${name} in ${namespace}` : name, ...listeners].join(
    ', ',
  );
}

/** Takes everything of an endpoint away. */
export function withoutEndpoint(
  endpoint: GatewayEndpointField,
): RegistrationValues {
  return Object.fromEntries(endpointFields(endpoint).map(field => [field, '']));
}
