import { isValidPlaneID } from '@openchoreo-planes/backstage-plugin-planes-common';
import { oneLine } from '../kube';
import { InvalidAddressError } from './errors';
import type { AgentAddress, TunnelAddress, TunnelRequest } from './types';

const PLANE_TYPE = /^[a-z]+$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/**
 * Encoding alone is not enough: the gateway decodes the path before it hands it to the agent, which would take an
 * encoded slash or question mark for a real one. Names in Kubernetes need none of those.
 */
const SEGMENT = /^[A-Za-z0-9._:@-]+$/;
/** Stands for the namespace of Cluster kinds, and is no valid namespace. */
const CLUSTER_SCOPE = '_cluster';

/** The path of the status of all planes. */
export const PLANES_STATUS_PATH = '/api/v1/planes/status';

/**
 * The path of a plane's status, for whichever resource.
 *
 * @throws InvalidAddressError, as all functions here, for what must not go into a URL
 */
export function planeStatusPath(address: AgentAddress): string {
  return `/api/v1/planes/${agentSegments(address)}/status`;
}

/** The path of a plane's status as one resource is entitled to it. */
export function resourceStatusPath(address: TunnelAddress): string {
  const { namespace, name } = checkResource(address);
  const query = new URLSearchParams({
    ...(namespace !== undefined && { namespace }),
    name,
  });
  return `${planeStatusPath(address)}?${query}`;
}

/** The path that makes a plane's agents dial in anew. */
export function reconnectPath(address: AgentAddress): string {
  return `/api/v1/planes/${agentSegments(address)}/reconnect`;
}

/**
 * Where the Kubernetes API of a plane begins, behind the URL of the cluster gateway: what a client that knows nothing of
 * gateways appends its paths to.
 *
 * @throws InvalidAddressError for a planeID, namespace or name that must not go into a URL
 * @public
 */
export function tunnelPrefix(address: TunnelAddress): string {
  const { namespace, name } = checkResource(address);
  return [
    '/api/proxy',
    agentSegments(address),
    namespace ?? CLUSTER_SCOPE,
    name,
    'k8s',
  ].join('/');
}

/** The path of a request to the Kubernetes API of a plane. */
export function tunnelPath(
  address: TunnelAddress,
  request: TunnelRequest,
): string {
  const prefix = tunnelPrefix(address);
  if (request.path.length === 0) {
    throw new InvalidAddressError('A path must have at least one segment');
  }
  const path = request.path.map(pathSegment).join('/');
  const query = new URLSearchParams(request.query).toString();
  return `${prefix}/${query === '' ? path : `${path}?${query}`}`;
}

function agentSegments({ planeType, planeID }: AgentAddress): string {
  requireValid(PLANE_TYPE.test(planeType), 'plane type', planeType);
  requireValid(isValidPlaneID(planeID), 'planeID', planeID);
  return `${planeType}/${planeID}`;
}

function checkResource(address: TunnelAddress): TunnelAddress {
  const { namespace, name } = address;
  if (namespace !== undefined) {
    requireValid(DNS_LABEL.test(namespace), 'namespace', namespace);
  }
  requireValid(DNS_SUBDOMAIN.test(name), 'name', name);
  return address;
}

function pathSegment(segment: string): string {
  requireValid(
    SEGMENT.test(segment) && segment !== '.' && segment !== '..',
    'path segment',
    segment,
  );
  return encodeURIComponent(segment);
}

function requireValid(valid: boolean, what: string, value: string): void {
  if (!valid) {
    throw new InvalidAddressError(
      `The ${what} ${JSON.stringify(oneLine(value)).slice(
        0,
        80,
      )} must not go into a URL of the cluster gateway`,
    );
  }
}
