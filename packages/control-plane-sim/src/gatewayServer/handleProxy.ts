import { resourceKey, poolKey } from '../controllers/gateway/addresses';
import { handleClusterRequest } from '../http/handleRequest';
import { respondError } from '../http/respond';
import { CapturedAnswer } from './CapturedAnswer';
import { GatewayRequest } from './GatewayContext';
import { readTunnelledRequest, TunnelledRequest } from './readTunnelledRequest';
import { respondEmpty, respondGatewayError } from './respond';

/** Answers as the gateway does when the agent has not answered in time. */
function timeOut({ response, timing, tunnelTimeoutMs }: GatewayRequest): void {
  const cancel = timing.after(tunnelTimeoutMs, () =>
    respondGatewayError(
      response,
      502,
      'proxy request failed: HTTP tunnel request timeout',
    ),
  );
  response.once('close', cancel);
}

/** Lets time pass; for ever, where the client leaves meanwhile. */
async function delay(
  { response, timing }: GatewayRequest,
  milliseconds: number,
): Promise<void> {
  if (milliseconds > 0) {
    await new Promise<void>(resolve => {
      response.once('close', timing.after(milliseconds, resolve));
    });
  }
}

/** Asks the plane's cluster, and gives its answer on when it is whole. */
async function forward(
  context: GatewayRequest,
  { resource, path }: TunnelledRequest,
): Promise<void> {
  const { request, response, clusters, method, query } = context;
  const answer = new CapturedAnswer(request, ({ status, fields, body }) => {
    response.writeHead(status, { ...fields, 'Content-Length': body.length });
    response.end(body);
  });
  response.once('close', () => answer.abandon());
  try {
    await handleClusterRequest({
      ...clusters.get(resource),
      request,
      response: answer,
      method,
      // The agent encodes what the gateway decoded.
      path: encodeURI(path),
      query,
      caller: clusters.callerOf(resource),
    });
  } catch (error) {
    respondError(answer, error);
  }
}

/** Answers a request that is to go through the tunnel to a plane's cluster. */
export async function handleProxy(context: GatewayRequest): Promise<void> {
  const { response, gateway, clusters } = context;
  const outcome = readTunnelledRequest(context);
  if (!outcome.ok) {
    respondGatewayError(response, outcome.status, outcome.message);
    return;
  }
  const { resource, target } = outcome.request;
  switch (gateway.access(resource)) {
    case 'no-agent':
      respondGatewayError(
        response,
        502,
        `proxy request failed: no agents found for plane ${poolKey(resource)}`,
      );
      return;
    case 'not-authorised':
      respondGatewayError(
        response,
        403,
        `Forbidden: Agent not authorized for CR ${resourceKey(resource)}`,
      );
      return;
    case 'silent':
      timeOut(context);
      return;
    default:
  }
  const behaviour = clusters.behaviourOf(resource);
  if (behaviour === 'wedged') {
    timeOut(context);
  } else if (target !== 'k8s') {
    // Stock agents know no other target.
    respondEmpty(response, 404);
  } else if (behaviour === 'target-down') {
    respondEmpty(response, 502);
  } else {
    await delay(context, clusters.latencyOf(resource));
    await forward(context, outcome.request);
  }
}
