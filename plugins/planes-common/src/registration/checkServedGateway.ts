import {
  EndpointAt,
  endpointsOf,
  FLAT_EXPOSURES,
  FlatExposure,
  gatewayForm,
} from './gatewayForms';
import { RegistrationEndpoint, RegistrationGateway } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';
import { hasField, requiresField, ServedPlaneKind } from './ServedPlaneKind';

const PROTOCOLS = ['http', 'https', 'tls'] as const;
const HOST_REMEDY =
  'Give a host name without scheme, port and path, such as apps.example.com.';

function problem(
  code: string,
  field: string,
  message: string,
  remedy: string,
  severity: RegistrationProblem['severity'] = 'error',
): RegistrationProblem {
  return { code, severity, field, message, remedy };
}

function* structuredProblems(
  endpoints: readonly EndpointAt[],
  { kind }: ServedPlaneKind,
): Iterable<RegistrationProblem> {
  for (const { field, endpoint } of endpoints) {
    for (const protocol of PROTOCOLS) {
      if (endpoint[protocol] && endpoint[protocol].host === undefined) {
        yield problem(
          'gateway-host-missing',
          `${field}.${protocol}.host`,
          `A ${kind} must state the host of each listener of its gateway.`,
          HOST_REMEDY,
        );
      }
    }
  }
}

function flatHost(
  endpoint: RegistrationEndpoint | undefined,
): string | undefined {
  return endpoint?.https?.host ?? endpoint?.http?.host;
}

function* flatEndpointProblems(
  { field, endpoint }: EndpointAt,
  { prefix }: FlatExposure,
  served: ServedPlaneKind,
): Iterable<RegistrationProblem> {
  const { http, https, tls } = endpoint;
  if (tls) {
    yield problem(
      'field-not-served',
      `${field}.tls.port`,
      `The gateway of a ${served.kind} of this control plane has no TLS listener.`,
      'Leave it out; data planes have it since OpenChoreo v0.17.',
    );
  }
  if (http?.host && https?.host && http.host !== https.host) {
    yield problem(
      'gateway-hosts-differ',
      `${field}.http.host`,
      `The gateway of a ${served.kind} of this control plane has one host for HTTP and HTTPS.`,
      `Use "${https.host}" for both.`,
    );
  }
  for (const protocol of PROTOCOLS) {
    if (endpoint[protocol]?.listenerName !== undefined) {
      yield problem(
        'field-not-served',
        `${field}.${protocol}.listenerName`,
        `The gateway of a ${served.kind} of this control plane has no listener names.`,
        'Leave it out; data planes have it since OpenChoreo v0.17.',
      );
    }
  }
  if (!hasField(served, `gateway.${prefix}GatewayName`)) {
    const lacksPorts = !hasField(served, `gateway.${prefix}HTTPPort`);
    yield problem(
      'field-not-written',
      `${field}.name`,
      `A ${
        served.kind
      } of this control plane states only the host of its gateway${
        lacksPorts ? '' : ' and the ports'
      }: the Gateway's name is not written.`,
      'Nothing has to be done.',
      'info',
    );
  }
}

function* flatProblems(
  endpoints: readonly EndpointAt[],
  served: ServedPlaneKind,
  gatewayIsWanted: boolean,
): Iterable<RegistrationProblem> {
  for (const at of endpoints) {
    const flat = FLAT_EXPOSURES.find(({ field }) => field === at.field);
    if (flat) {
      yield* flatEndpointProblems(at, flat, served);
    } else {
      yield problem(
        'field-not-served',
        `${at.field}.name`,
        `The gateway of a ${served.kind} of this control plane has no egress.`,
        'Leave it out; data planes have it since OpenChoreo v0.17.',
      );
    }
  }
  for (const { field, prefix, exposure } of FLAT_EXPOSURES) {
    const given = endpoints.find(at => at.field === field)?.endpoint;
    const isWanted =
      given !== undefined ||
      (gatewayIsWanted &&
        requiresField(served, `gateway.${prefix}VirtualHost`));
    if (isWanted && flatHost(given) === undefined) {
      const protocol = given?.http && !given.https ? 'http' : 'https';
      yield problem(
        'gateway-host-missing',
        `${field}.${protocol}.host`,
        `A ${served.kind} of this control plane must state the host of its ${exposure} gateway.`,
        HOST_REMEDY,
      );
    }
  }
}

/** Compares the gateway of a registration with the form that its kind has. */
export function checkServedGateway(
  gateway: RegistrationGateway | undefined,
  served: ServedPlaneKind,
): RegistrationProblem[] {
  const endpoints = endpointsOf(gateway ?? {});
  switch (gatewayForm(served)) {
    case 'structured':
      return Array.from(structuredProblems(endpoints, served));
    case 'flat':
      return Array.from(
        flatProblems(
          endpoints,
          served,
          requiresField(served, 'gateway') || endpoints.length > 0,
        ),
      );
    default:
      return gateway
        ? [
            problem(
              'field-not-served',
              endpoints[0] ? `${endpoints[0].field}.name` : 'gateway',
              `A ${served.kind} of this control plane has no gateway.`,
              'Leave it out; only data planes have gateways.',
            ),
          ]
        : [];
  }
}
