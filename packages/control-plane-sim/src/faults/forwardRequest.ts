import { IncomingMessage, ServerResponse } from 'node:http';
import { RecordedRequest } from '../testing/TestControlPlane';
import { clockHeaders } from './clockHeaders';
import { faultyBody } from './faultyBody';
import { FaultPlan } from './FaultRules';
import { ProxiedWatch } from './ProxiedWatch';
import { endToEndHeaders, Upstream } from './Upstream';

/** Whether a watch begins with what is there already, rather than after a list. */
function startsFromScratch(path: string): boolean {
  const { searchParams } = new URL(path, 'https://localhost');
  return (
    !Number(searchParams.get('resourceVersion') ?? 0) ||
    searchParams.get('sendInitialEvents') === 'true'
  );
}

function isFirstPage(path: string): boolean {
  return !new URL(path, 'https://localhost').searchParams.has('continue');
}

/** The headers of an answer, from a server with the clock of the plan. */
function headersOf(answer: IncomingMessage, plan: FaultPlan) {
  return { ...endToEndHeaders(answer.headers), ...clockHeaders(plan) };
}

async function respondFaulty(
  answer: IncomingMessage,
  response: ServerResponse,
  plan: FaultPlan,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    chunks.push(Buffer.from(chunk));
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const { text, breaks } = faultyBody(body, plan);
  const { 'content-length': _, ...headers } = headersOf(answer, plan);
  response.writeHead(answer.statusCode ?? 502, headers);
  if (breaks) {
    response.write(text, () => response.destroy());
  } else {
    response.end(text);
  }
}

/** Sends a request on to the server behind, and its answer back, with the faults that are planned. */
export function forwardRequest(options: {
  upstream: Upstream;
  incoming: IncomingMessage;
  response: ServerResponse;
  request: RecordedRequest;
  plan: FaultPlan;
  watches: Set<ProxiedWatch>;
}): void {
  const { upstream, incoming, response, request, plan, watches } = options;
  // The client must see what it would see without the proxy: a connection that breaks.
  const breakConnection = () => {
    response.destroy();
  };
  const outgoing = upstream.send(incoming, answer => {
    answer.once('error', breakConnection);
    if (request.verb === 'watch' && answer.statusCode === 200) {
      response.writeHead(200, headersOf(answer, plan));
      response.flushHeaders();
      const watch = new ProxiedWatch(request, response, answer);
      watches.add(watch);
      response.once('close', () => watches.delete(watch));
      if (startsFromScratch(request.path)) {
        for (const object of plan.injected) {
          watch.sendEvent('ADDED', object);
        }
      }
      answer.pipe(response);
      if (plan.garble) {
        watch.garble(plan.garble);
      }
      return;
    }
    const injected =
      request.verb === 'list' && isFirstPage(request.path) ? plan.injected : [];
    if (plan.garble || injected.length > 0) {
      respondFaulty(answer, response, { ...plan, injected }).catch(
        breakConnection,
      );
      return;
    }
    response.writeHead(answer.statusCode ?? 502, headersOf(answer, plan));
    answer.pipe(response);
  });
  outgoing.once('error', breakConnection);
  response.once('error', breakConnection);
  response.once('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
