import { timingSafeEqual } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/readBody';
import { respondError, respondJson } from '../http/respond';
import { isJsonObject, JsonObject, stringAt } from '../objects/json';
import { badRequest, notFound, unauthorized } from '../status/errors';
import { FaultTarget } from '../testing/TestControlPlane';
import { FaultEffect } from './FaultRules';
import { ProxyFaultInjector } from './ProxyFaultInjector';

/** Under this path faults are brought into force over HTTP. */
export const FAULTS_PATH = '/sim/faults';

/** What the endpoint needs of the server behind. */
interface FaultEndpointTarget {
  adminToken: string;
  compact?(): Promise<void>;
}

function isAdmin(incoming: IncomingMessage, adminToken: string): boolean {
  const given = Buffer.from(incoming.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${adminToken}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readTarget(body: JsonObject): FaultTarget {
  const verb = stringAt(body, 'verb');
  if (
    verb !== undefined &&
    verb !== 'list' &&
    verb !== 'watch' &&
    verb !== 'other'
  ) {
    throw badRequest("'verb' must be list, watch or other");
  }
  return { plural: stringAt(body, 'plural'), verb };
}

function readEffect(body: JsonObject): FaultEffect {
  const { fault, status, delayMs, how, object } = body;
  switch (fault) {
    case 'fail':
      if (typeof status === 'number' && status >= 400 && status <= 599) {
        return { kind: 'fail', status };
      }
      throw badRequest("'status' must be a number from 400 to 599");
    case 'delay':
      if (typeof delayMs === 'number' && delayMs >= 0) {
        return { kind: 'delay', delayMs };
      }
      throw badRequest("'delayMs' must be a number, not negative");
    case 'hang':
      return { kind: 'hang' };
    case 'garble':
      if (how === 'cut' || how === 'not-json') {
        return { kind: 'garble', how };
      }
      throw badRequest("'how' must be cut or not-json");
    case 'inject':
      if (stringAt(body, 'plural')) {
        return { kind: 'inject', object };
      }
      throw badRequest("'inject' needs a 'plural'");
    default:
      throw badRequest(
        "'fault' must be fail, delay, hang, garble, inject, dropWatches or compact",
      );
  }
}

async function parseJsonBody(incoming: IncomingMessage): Promise<JsonObject> {
  const text = await readBody(incoming);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('the body of the request is not JSON');
  }
  if (!isJsonObject(body)) {
    throw badRequest('the body of the request is no object');
  }
  return body;
}

async function addFault(
  injector: ProxyFaultInjector,
  target: FaultEndpointTarget,
  body: JsonObject,
): Promise<object> {
  if (body.fault === 'dropWatches') {
    injector.dropWatches(readTarget(body));
    return {};
  }
  if (body.fault === 'compact') {
    if (!target.compact) {
      throw badRequest('the server behind cannot be compacted from here');
    }
    await target.compact();
    return {};
  }
  return injector.add(readTarget(body), readEffect(body));
}

/** Answers a request of the administrator about faults: POST one, GET those in force, DELETE one or all. */
export async function handleFaultEndpoint(
  injector: ProxyFaultInjector,
  target: FaultEndpointTarget,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!isAdmin(incoming, target.adminToken)) {
      throw unauthorized();
    }
    const id = (incoming.url ?? '').slice(FAULTS_PATH.length + 1);
    if (incoming.method === 'POST') {
      const body = await parseJsonBody(incoming);
      respondJson(response, 201, await addFault(injector, target, body));
    } else if (incoming.method === 'GET') {
      respondJson(response, 200, { faults: injector.rules.all() });
    } else if (incoming.method === 'DELETE' && id === '') {
      injector.clear();
      respondJson(response, 200, {});
    } else if (
      incoming.method === 'DELETE' &&
      injector.rules.all().some(rule => String(rule.id) === id)
    ) {
      injector.remove(Number(id));
      respondJson(response, 200, {});
    } else {
      throw notFound({ group: '', resource: 'faults' }, id);
    }
  } catch (error) {
    respondError(response, error);
  }
}
