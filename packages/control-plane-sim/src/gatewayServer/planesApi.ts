import { AgentAddress } from '../controllers/gateway/addresses';
import { GatewayStatus } from '../controllers/reconcile/agentConnection';
import { readBody } from '../http/readBody';
import { isJsonObject, stringAt } from '../objects/json';
import { GatewayRequest } from './GatewayContext';
import { respondGatewayError, respondGatewayJson } from './respond';

/** Go's zero time. */
const NEVER = '0001-01-01T00:00:00Z';

const PLANE_TYPES: readonly string[] = [
  'dataplane',
  'workflowplane',
  'observabilityplane',
];
const NOTIFY_ERROR = 'failed to fetch CR CA for re-validation';

function connectionStatus(
  { planeType, planeID }: AgentAddress,
  { connected, connectedAgents, lastSeen }: GatewayStatus,
) {
  return {
    planeType,
    planeID,
    connected,
    connectedAgents,
    lastSeen: lastSeen === undefined ? NEVER : new Date(lastSeen).toISOString(),
  };
}

/** `GET /api/v1/planes/status`: every plane with a connected agent. */
export function respondAllStatuses({
  gateway,
  response,
}: GatewayRequest): void {
  const planes = gateway
    .connectedPlanes()
    .map(plane => connectionStatus(plane, plane));
  respondGatewayJson(response, { planes, total: planes.length });
}

/** `GET /api/v1/planes/{type}/{id}/status`: of the plane, or with a name in the query of one resource. */
export function respondStatus(
  { gateway, response, query }: GatewayRequest,
  address: AgentAddress,
): void {
  const name = query.get('name');
  const namespace = query.get('namespace') ?? undefined;
  const status = gateway.status(
    address,
    name ? { namespace, name } : undefined,
  );
  respondGatewayJson(response, connectionStatus(address, status));
}

/** `POST /api/v1/planes/{type}/{id}/reconnect`: the agents of the plane are dropped and dial again. */
export function respondReconnect(
  { gateway, response }: GatewayRequest,
  address: AgentAddress,
): void {
  const disconnectedAgents = gateway.dropAgents(address);
  respondGatewayJson(response, { success: true, disconnectedAgents });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `POST /api/v1/planes/notify`: a controller tells of a change of a resource. */
export async function respondNotify({
  gateway,
  request,
  response,
}: GatewayRequest): Promise<void> {
  const text = await readBody(request);
  const body = parseJson(text);
  if (!isJsonObject(body)) {
    const reason = text === '' ? 'EOF' : 'unexpected EOF';
    respondGatewayError(response, 400, `invalid payload: ${reason}`);
    return;
  }
  const [planeType, planeID, event] = ['planeType', 'planeID', 'event'].map(
    field => stringAt(body, field),
  );
  if (!planeType || !planeID || !event) {
    respondGatewayError(
      response,
      400,
      'missing required fields: planeType, planeID, event',
    );
    return;
  }
  const address = { planeType, planeID };
  switch (event) {
    case 'deleted':
      respondGatewayJson(response, {
        success: true,
        action: 'disconnect',
        disconnectedAgents: gateway.dropAgents(address),
      });
      return;
    case 'created':
    case 'updated': {
      const refusal = complaintAbout(
        gateway.knows({
          ...address,
          namespace: stringAt(body, 'namespace') || undefined,
          name: stringAt(body, 'name') ?? '',
        }),
        address,
      );
      if (refusal) {
        respondGatewayError(response, 503, `${NOTIFY_ERROR}: ${refusal}`);
      } else {
        // The gateway here follows the resources by itself: there is nothing left to grant or to revoke.
        respondGatewayJson(response, {
          success: true,
          action: 'revalidate',
          authorizationsGranted: 0,
          authorizationsRevoked: 0,
        });
      }
      return;
    }
    default:
      respondGatewayError(response, 400, `unknown event type: ${event}`);
  }
}

function complaintAbout(
  isKnown: boolean,
  { planeType, planeID }: AgentAddress,
): string | undefined {
  if (!PLANE_TYPES.includes(planeType)) {
    return `failed to get CRs: unsupported plane type: ${planeType}`;
  }
  return isKnown
    ? undefined
    : `no ${planeType} CR with planeID '${planeID}' and this name names a CA`;
}
