import { JsonObject, stringAt } from '../objects/json';
import { badRequest, notFound } from '../status/errors';
import { FaultTarget } from '../testing/TestControlPlane';
import { AdminEndpoint, AdminRequest } from './adminEndpoint';
import { FaultEffect } from './FaultRules';
import { ProxyFaultInjector } from './ProxyFaultInjector';

/** What the endpoint needs of the server behind. */
interface FaultEndpointTarget {
  compact?(): Promise<void>;
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
  const { fault, status, delayMs, aheadMs, how, object } = body;
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
    case 'skew':
      if (typeof aheadMs === 'number') {
        return { kind: 'skew', aheadMs };
      }
      throw badRequest("'aheadMs' must be a number");
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
        "'fault' must be fail, delay, skew, hang, garble, inject, dropWatches or compact",
      );
  }
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

async function handle(
  injector: ProxyFaultInjector,
  target: FaultEndpointTarget,
  { method, id, body }: AdminRequest,
): Promise<object> {
  const isThere = injector.rules.all().some(rule => String(rule.id) === id);
  if (method === 'POST') {
    return addFault(injector, target, await body());
  }
  if (method === 'GET') {
    return { faults: injector.rules.all() };
  }
  if (method === 'DELETE' && id === '') {
    injector.clear();
    return {};
  }
  if (method === 'DELETE' && isThere) {
    injector.remove(Number(id));
    return {};
  }
  throw notFound({ group: '', resource: 'faults' }, id);
}

/** Where faults are brought into force over HTTP: POST one, GET those in force, DELETE one or all. */
export function faultEndpoint(
  injector: ProxyFaultInjector,
  target: FaultEndpointTarget,
): AdminEndpoint {
  return {
    path: '/sim/faults',
    handle: request => handle(injector, target, request),
  };
}
