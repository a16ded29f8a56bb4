import { RegistrationEndpoint, RegistrationGateway } from './PlaneRegistration';
import { GatewayEndpointField } from './registrationFields';
import { hasField, ServedPlaneKind } from './ServedPlaneKind';

/** An endpoint of a registration and its path. */
export interface EndpointAt {
  readonly field: GatewayEndpointField;
  readonly endpoint: RegistrationEndpoint;
}

/** The endpoints that a registration gives. */
export function endpointsOf(gateway: RegistrationGateway): EndpointAt[] {
  const { ingress, egress } = gateway;
  const endpoints: [GatewayEndpointField, RegistrationEndpoint | undefined][] =
    [
      ['gateway.ingress.external', ingress?.external],
      ['gateway.ingress.internal', ingress?.internal],
      ['gateway.egress.external', egress?.external],
      ['gateway.egress.internal', egress?.internal],
    ];
  return endpoints.flatMap(([field, endpoint]) =>
    endpoint ? [{ field, endpoint }] : [],
  );
}

/** The form of a kind's gateway: by direction and exposure since v0.17, flat before, or none. */
export function gatewayForm(
  served: ServedPlaneKind,
): 'structured' | 'flat' | 'none' {
  if (hasField(served, 'gateway.ingress')) {
    return 'structured';
  }
  return hasField(served, 'gateway.publicVirtualHost') ? 'flat' : 'none';
}

/** An exposure of the ingress in the flat form, whose fields begin with `prefix`. */
export interface FlatExposure {
  readonly exposure: 'external' | 'internal';
  readonly field: 'gateway.ingress.external' | 'gateway.ingress.internal';
  readonly prefix: 'public' | 'organization';
  /** What later releases set where the resource says nothing. */
  readonly defaults: {
    readonly httpPort: number;
    readonly httpsPort: number;
    readonly gatewayName: string;
    readonly gatewayNamespace: string;
  };
}

const DEFAULT_GATEWAY = {
  gatewayName: 'gateway-default',
  gatewayNamespace: 'openchoreo-data-plane',
};

/** The exposures of the flat form; it has ingress only. */
export const FLAT_EXPOSURES: readonly FlatExposure[] = [
  {
    exposure: 'external',
    field: 'gateway.ingress.external',
    prefix: 'public',
    defaults: { httpPort: 19_080, httpsPort: 19_443, ...DEFAULT_GATEWAY },
  },
  {
    exposure: 'internal',
    field: 'gateway.ingress.internal',
    prefix: 'organization',
    defaults: { httpPort: 19_081, httpsPort: 19_444, ...DEFAULT_GATEWAY },
  },
];
