import { mockCredentials } from '@backstage/backend-test-utils';
import type { Test } from 'supertest';
import { dryRunOf } from '../../__testUtils__/dryRunOf';
import type { Access, RouteAccess } from './accessTable';
import type { MatrixBackend } from './MatrixBackend';
import { registrationIn, uidIn } from './resources';

/** Who sends a request. */
export type Who = 'nobody' | 'somebody';

/** Something that is guarded, and how it is asked for. */
export interface Guarded extends Access {
  readonly name: string;
  /** @param namespace - of the plane or run that it is about */
  readonly ask: (
    backend: MatrixBackend,
    who: Who,
    namespace: string,
  ) => Promise<Answer>;
}

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

async function sent(test: Test, who: Who, body?: object): Promise<Answer> {
  const signed =
    who === 'nobody'
      ? test.set('Authorization', mockCredentials.none.header())
      : test;
  const { status, text } = await (body ? signed.send(body) : signed);
  return { status, text };
}

/** A route of the table. */
export function guardedRoute(access: RouteAccess): Guarded {
  const [method, pathname] = access.route.split(' ');
  const path = `${pathname}${access.query ?? ''}`;
  const fill = (parameters: Readonly<Record<string, string>>) =>
    path.replace(/:(\w+)/g, (given, name) => parameters[name] ?? given);
  return {
    ...access,
    name: `${method} ${fill({ ...access.parameters, uid: ':uid' })}`,
    ask: ({ client }, who, namespace) => {
      const url = fill({ ...access.parameters, uid: uidIn(namespace) });
      switch (method) {
        case 'GET':
          return sent(client.get(url), who);
        case 'PUT':
          return sent(client.put(url), who);
        default:
          return sent(
            client.post(url),
            who,
            access.conditions === 'refuse registration'
              ? { registration: registrationIn(namespace) }
              : undefined,
          );
      }
    },
  };
}

/** An action of the actions registry, by its id, `PLUGIN:NAME`. */
export function guardedAction([id, access]: [string, Access]): Guarded {
  const [pluginId] = id.split(':');
  const url = `/api/${pluginId}/.backstage/actions/v1/actions/${id}/invoke`;
  return {
    ...access,
    name: `action ${id}`,
    ask: ({ client }, who, namespace) =>
      sent(client.post(url), who, { uid: uidIn(namespace) }),
  };
}

/** An action of the scaffolder, as the only step of a template. */
export function guardedStep([action, access]: [string, Access]): Guarded {
  return {
    ...access,
    name: `scaffolder action ${action}`,
    ask: ({ client }, who, namespace) => {
      const { agentCA, ...fields } = Object(registrationIn(namespace));
      const input = { ...fields, agentCA: { value: agentCA.value } };
      return sent(
        client.post('/api/scaffolder/v2/dry-run'),
        who,
        dryRunOf(action, input),
      );
    },
  };
}
