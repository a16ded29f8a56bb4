import { GatewayListener } from '../model/plane';
import {
  asFields,
  Fields,
  fieldsOf,
  readInteger,
  readName,
  readNamespace,
  readToken,
} from './readers';

const HOST = /^(\*\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/i;
const DIRECTIONS = ['ingress', 'egress'] as const;
const EXPOSURES = ['external', 'internal'] as const;
const PROTOCOLS = ['http', 'https', 'tls'] as const;

function readHost(value: unknown): string | undefined {
  return readToken(value, HOST, 253);
}

function readPort(value: unknown): number | undefined {
  return readInteger(value, 1, 65_535);
}

function readGateway(
  name: unknown,
  namespace: unknown,
): GatewayListener['gateway'] {
  const gatewayName = readName(name);
  return gatewayName === undefined
    ? undefined
    : { name: gatewayName, namespace: readNamespace(namespace) };
}

function endpointListeners(
  endpoint: Fields,
  direction: GatewayListener['direction'],
  exposure: GatewayListener['exposure'],
): GatewayListener[] {
  const listeners: GatewayListener[] = [];
  for (const protocol of PROTOCOLS) {
    const listener = asFields(endpoint[protocol]);
    if (listener) {
      listeners.push({
        direction,
        exposure,
        protocol,
        host: readHost(listener.host),
        port: readPort(listener.port),
        gateway: readGateway(endpoint.name, endpoint.namespace),
      });
    }
  }
  return listeners;
}

/** The form of OpenChoreo before v0.17: one host per exposure, and since v0.10 its ports. */
function flatListeners(
  gateway: Fields,
  prefix: 'public' | 'organization',
): GatewayListener[] {
  const host = readHost(gateway[`${prefix}VirtualHost`]);
  if (host === undefined) {
    return [];
  }
  const common = {
    direction: 'ingress',
    exposure: prefix === 'public' ? 'external' : 'internal',
    host,
    gateway: readGateway(
      gateway[`${prefix}GatewayName`],
      gateway[`${prefix}GatewayNamespace`],
    ),
  } as const;
  const httpPort = readPort(gateway[`${prefix}HTTPPort`]);
  const httpsPort = readPort(gateway[`${prefix}HTTPSPort`]);
  const listeners: GatewayListener[] = [];
  if (httpPort !== undefined) {
    listeners.push({ ...common, protocol: 'http', port: httpPort });
  }
  // Before there were ports in the resource, hosts were served over HTTPS.
  if (httpsPort !== undefined || httpPort === undefined) {
    listeners.push({ ...common, protocol: 'https', port: httpsPort });
  }
  return listeners;
}

/** Reads the gateway listeners of a data plane, in the form of any release. */
export function parseGateway(spec: Fields): GatewayListener[] {
  const gateway = fieldsOf(spec, 'gateway');
  const listeners: GatewayListener[] = [];
  for (const direction of DIRECTIONS) {
    const exposures = asFields(gateway[direction]);
    for (const exposure of exposures ? EXPOSURES : []) {
      const endpoint = asFields(exposures?.[exposure]);
      if (endpoint) {
        listeners.push(...endpointListeners(endpoint, direction, exposure));
      }
    }
  }
  listeners.push(...flatListeners(gateway, 'public'));
  listeners.push(...flatListeners(gateway, 'organization'));
  return listeners;
}
