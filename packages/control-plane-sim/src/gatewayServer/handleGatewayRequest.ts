import { IncomingMessage, ServerResponse } from 'node:http';
import { AgentAddress } from '../controllers/gateway/addresses';
import { cleanPath } from './cleanPath';
import { GatewayBackend, GatewayRequest } from './GatewayContext';
import { handleProxy } from './handleProxy';
import {
  respondAllStatuses,
  respondNotify,
  respondReconnect,
  respondStatus,
} from './planesApi';
import { PROXY_PREFIX } from './readTunnelledRequest';
import { respondGatewayError } from './respond';

const ALL_STATUSES = '/api/v1/planes/status';
const NOTIFY = '/api/v1/planes/notify';
const PLANE = /^\/api\/v1\/planes\/([^/]+)\/([^/]+)\/(status|reconnect)$/;
const EXEC_PREFIX = '/api/exec/';

interface Endpoint {
  readonly method: 'GET' | 'POST';
  handle(context: GatewayRequest): void | Promise<void>;
}

function planeEndpoint(path: string): Endpoint | undefined {
  const [, planeType, planeID, action] = PLANE.exec(path) ?? [];
  if (action === undefined) {
    return undefined;
  }
  const address: AgentAddress = {
    planeType: decodeURIComponent(planeType),
    planeID: decodeURIComponent(planeID),
  };
  return action === 'status'
    ? { method: 'GET', handle: context => respondStatus(context, address) }
    : { method: 'POST', handle: context => respondReconnect(context, address) };
}

function endpointAt(path: string): Endpoint | undefined {
  switch (path) {
    case ALL_STATUSES:
      return { method: 'GET', handle: respondAllStatuses };
    case NOTIFY:
      return { method: 'POST', handle: respondNotify };
    default:
      return planeEndpoint(path);
  }
}

function respondExec({ response, query }: GatewayRequest): void {
  if (query.get('podNamespace') && query.get('podName')) {
    respondGatewayError(response, 503, 'no agent available: not simulated');
  } else {
    respondGatewayError(
      response,
      400,
      'podNamespace and podName query parameters are required',
    );
  }
}

function redirect({ response, rawQuery }: GatewayRequest, path: string): void {
  const location = rawQuery ? `${path}?${rawQuery}` : path;
  const text = `<a href="${location
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')}">Temporary Redirect</a>.\n\n`;
  response.writeHead(307, {
    'Content-Type': 'text/html; charset=utf-8',
    Location: location,
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function route(context: GatewayRequest): Promise<void> {
  const { path, method, response } = context;
  const cleaned = cleanPath(path);
  if (cleaned !== path) {
    redirect(context, cleaned);
    return;
  }
  if (path.startsWith(PROXY_PREFIX)) {
    await handleProxy(context);
    return;
  }
  if (path.startsWith(EXEC_PREFIX)) {
    respondExec(context);
    return;
  }
  const endpoint = endpointAt(path);
  if (!endpoint) {
    respondGatewayError(response, 404, '404 page not found');
  } else if (
    method === endpoint.method ||
    (method === 'HEAD' && endpoint.method === 'GET')
  ) {
    await endpoint.handle(context);
  } else {
    respondGatewayError(response, 405, 'Method Not Allowed', {
      Allow: endpoint.method === 'GET' ? 'GET, HEAD' : 'POST',
    });
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Answers one request to the gateway's internal API, whatever happens. */
export async function handleGatewayRequest(
  backend: GatewayBackend,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '/', method = 'GET' } = request;
  const [path] = url.split('?', 1);
  const rawQuery = url.slice(path.length + 1);
  if (!isDecodable(path)) {
    respondGatewayError(response, 400, '400 Bad Request');
    return;
  }
  try {
    await route({
      ...backend,
      request,
      response,
      method,
      path,
      rawQuery,
      query: new URLSearchParams(rawQuery),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    respondGatewayError(response, 500, message);
  }
}
