import {
  RegistrationEndpoint,
  RegistrationGateway,
  RegistrationListener,
} from './PlaneRegistration';
import { FLAT_EXPOSURES, gatewayForm } from './gatewayForms';
import { compact, ManifestFields } from './manifestFields';
import { hasField, ServedPlaneKind } from './ServedPlaneKind';

function listener(
  value: RegistrationListener | undefined,
): ManifestFields | undefined {
  return (
    value &&
    compact({
      port: value.port,
      host: value.host,
      listenerName: value.listenerName,
    })
  );
}

function endpoint(
  value: RegistrationEndpoint | undefined,
): ManifestFields | undefined {
  return (
    value &&
    compact({
      name: value.name,
      namespace: value.namespace,
      http: listener(value.http),
      https: listener(value.https),
      tls: listener(value.tls),
    })
  );
}

function exposures(
  value: RegistrationGateway['ingress'],
): ManifestFields | undefined {
  return (
    value &&
    compact({
      external: endpoint(value.external),
      internal: endpoint(value.internal),
    })
  );
}

/** The form before v0.17, with as many of its fields as the release has. */
function flatGateway(
  gateway: RegistrationGateway,
  served: ServedPlaneKind,
): ManifestFields | undefined {
  const fields: ManifestFields = {};
  for (const { exposure, prefix } of FLAT_EXPOSURES) {
    const { http, https, name, namespace } = gateway.ingress?.[exposure] ?? {};
    const host = https?.host ?? http?.host;
    if (host !== undefined) {
      Object.assign(fields, {
        [`${prefix}VirtualHost`]: host,
        [`${prefix}HTTPPort`]: http?.port,
        [`${prefix}HTTPSPort`]: https?.port,
        [`${prefix}GatewayName`]: name,
        [`${prefix}GatewayNamespace`]: namespace,
      });
    }
  }
  return compact(
    Object.fromEntries(
      Object.entries(fields).filter(([name]) =>
        hasField(served, `gateway.${name}`),
      ),
    ),
  );
}

/** The gateway of a registration in the form that a kind has; undefined where it has none. */
export function gatewayManifest(
  gateway: RegistrationGateway,
  served: ServedPlaneKind,
): ManifestFields | undefined {
  switch (gatewayForm(served)) {
    case 'structured':
      return compact({
        ingress: exposures(gateway.ingress),
        egress: exposures(gateway.egress),
      });
    case 'flat':
      return flatGateway(gateway, served);
    default:
      return undefined;
  }
}
