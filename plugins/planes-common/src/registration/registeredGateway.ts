import { asFields, Fields, fieldsOf } from '../parse/readers';
import { FLAT_EXPOSURES, FlatExposure } from './gatewayForms';
import {
  RegistrationEndpoint,
  RegistrationGateway,
  RegistrationListener,
} from './PlaneRegistration';

type Exposures = NonNullable<RegistrationGateway['ingress']>;

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function listener(value: unknown): RegistrationListener | undefined {
  const fields = asFields(value);
  if (!fields) {
    return undefined;
  }
  const host = text(fields.host);
  const listenerName = text(fields.listenerName);
  return {
    port: number(fields.port) ?? 0,
    ...(host ? { host } : {}),
    ...(listenerName ? { listenerName } : {}),
  };
}

function endpoint(value: unknown): RegistrationEndpoint | undefined {
  const fields = asFields(value);
  if (!fields) {
    return undefined;
  }
  const http = listener(fields.http);
  const https = listener(fields.https);
  const tls = listener(fields.tls);
  return {
    name: text(fields.name) ?? '',
    namespace: text(fields.namespace) ?? '',
    ...(http ? { http } : {}),
    ...(https ? { https } : {}),
    ...(tls ? { tls } : {}),
  };
}

function exposures(
  external: RegistrationEndpoint | undefined,
  internal: RegistrationEndpoint | undefined,
): Exposures | undefined {
  return external || internal
    ? { ...(external ? { external } : {}), ...(internal ? { internal } : {}) }
    : undefined;
}

function structured(direction: Fields): Exposures | undefined {
  return exposures(endpoint(direction.external), endpoint(direction.internal));
}

/**
 * An endpoint of the form before v0.17. What a release had no field for is what later ones set for it, since an
 * endpoint must be complete.
 */
function flatEndpoint(
  gateway: Fields,
  { prefix, defaults }: FlatExposure,
): RegistrationEndpoint | undefined {
  const host = text(gateway[`${prefix}VirtualHost`]);
  if (host === undefined) {
    return undefined;
  }
  const httpPort = number(gateway[`${prefix}HTTPPort`]);
  const httpsPort = number(gateway[`${prefix}HTTPSPort`]);
  const http = httpPort === undefined ? {} : { http: { port: httpPort, host } };
  const https =
    httpsPort === undefined && httpPort !== undefined
      ? {}
      : { https: { port: httpsPort ?? defaults.httpsPort, host } };
  return {
    name: text(gateway[`${prefix}GatewayName`]) ?? defaults.gatewayName,
    namespace:
      text(gateway[`${prefix}GatewayNamespace`]) ?? defaults.gatewayNamespace,
    ...http,
    ...https,
  };
}

/** Reads a gateway in the form of any release. */
export function registeredGateway(
  gateway: Fields,
): RegistrationGateway | undefined {
  const [external, internal] = FLAT_EXPOSURES.map(flat =>
    flatEndpoint(gateway, flat),
  );
  const ingress =
    structured(fieldsOf(gateway, 'ingress')) ?? exposures(external, internal);
  const egress = structured(fieldsOf(gateway, 'egress'));
  return ingress || egress
    ? { ...(ingress ? { ingress } : {}), ...(egress ? { egress } : {}) }
    : undefined;
}
