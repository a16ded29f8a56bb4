import { TunnelAddress } from '../controllers/gateway/addresses';
import { GatewayRequest } from './GatewayContext';

/** Requests under this path go through the tunnel. */
export const PROXY_PREFIX = '/api/proxy/';

const FORMAT =
  '/api/proxy/{planeType}/{planeID}/{namespace}/{crName}/{target}/{path}';
const CLUSTER_PLACEHOLDER = '_cluster';
const METHODS: readonly string[] = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
];
const TARGETS: readonly string[] = ['k8s', 'monitoring', 'logs'];
const BLOCKED_PATHS: readonly string[] = [
  '/api/v1/namespaces/kube-system/secrets',
  '/apis/v1/serviceaccounts',
];
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;
const NO_STREAMING =
  'Streaming operations (watch, logs -f, exec, port-forward) are not yet supported through the HTTP proxy. ' +
  'Use the CQRS API (/api/k8s-resources/) for resource operations, or connect directly to the data plane for streaming operations.';

/** A request for a plane's cluster. */
export interface TunnelledRequest {
  readonly resource: TunnelAddress;
  readonly target: string;
  /** Decoded. */
  readonly path: string;
}

/** What the gateway makes of a request before it looks for an agent. */
export type TunnelOutcome =
  | { readonly ok: true; readonly request: TunnelledRequest }
  | { readonly ok: false; readonly status: number; readonly message: string };

function refusal(status: number, message: string): TunnelOutcome {
  return { ok: false, status, message };
}

function isStreaming(
  { request, rawQuery, query }: GatewayRequest,
  path: string,
): boolean {
  return (
    rawQuery.includes('watch=true') ||
    (path.includes('/log') && query.get('follow') === 'true') ||
    request.headers.upgrade !== undefined
  );
}

/** Reads where a request is to go; refuses, as the gateway does, what must not pass. */
export function readTunnelledRequest(context: GatewayRequest): TunnelOutcome {
  const { request, method, path } = context;
  if (!METHODS.includes(method)) {
    return refusal(405, `HTTP method not allowed: ${method}`);
  }
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > BODY_LIMIT_BYTES) {
    return refusal(
      413,
      `Request body too large: ${length} bytes (max: ${BODY_LIMIT_BYTES})`,
    );
  }
  const [planeType, planeID, namespace, name, target, ...rest] =
    decodeURIComponent(path).slice(PROXY_PREFIX.length).split('/');
  if (rest.length === 0) {
    return refusal(400, `invalid proxy URL format: ${FORMAT}`);
  }
  const targetPath = `/${rest.join('/')}`;
  if (targetPath.includes('..')) {
    return refusal(400, 'Path contains directory traversal');
  }
  if (targetPath.includes('\0')) {
    return refusal(400, 'Path contains null bytes');
  }
  if (!TARGETS.includes(target)) {
    return refusal(403, `Target not allowed: ${target}`);
  }
  if (BLOCKED_PATHS.some(blocked => targetPath.includes(blocked))) {
    return refusal(403, `Access to path is blocked: ${targetPath}`);
  }
  if (isStreaming(context, targetPath)) {
    return refusal(501, NO_STREAMING);
  }
  const resource = {
    planeType,
    planeID,
    namespace: namespace === CLUSTER_PLACEHOLDER ? undefined : namespace,
    name,
  };
  return { ok: true, request: { resource, target, path: targetPath } };
}
