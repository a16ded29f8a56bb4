import { createMockDirectory } from '@backstage/backend-test-utils';
import { z } from 'zod';
import { KubernetesTestServer } from '../kube/__testUtils__/KubernetesTestServer';
import { HttpKubernetesApi } from '../kube';
import recorded from './__fixtures__/kubernetes-v1.34-exchanges.json';
import { interpretFailure } from './interpretFailure';
import type { ResourceFailure } from './types';

/** What a real kube-apiserver 1.34 answered, with the definitions of OpenChoreo 1.2.3 and 0.17.0. */
const exchanges = z
  .array(
    z.object({
      note: z.string(),
      request: z.object({
        method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
        path: z.string(),
      }),
      response: z.object({
        status: z.number(),
        headers: z.record(z.string(), z.string()),
        body: z.union([z.string(), z.looseObject({})]),
      }),
    }),
  )
  .parse(recorded);
type Exchange = (typeof exchanges)[number];

interface Expected {
  readonly reason: ResourceFailure['reason'];
  readonly message: RegExp;
  /** `field reason` of each. */
  readonly causes?: readonly string[];
}

interface Accepted {
  readonly warnings: readonly string[];
}

/** Refusals of what the object says: each names these fields, in its sentence, too. */
function invalid(...causes: string[]): Expected {
  const fields = causes.map(cause => cause.split(' ')[0].replace('.', '\\.'));
  return {
    reason: 'invalid',
    message: new RegExp(
      `^The API server does not accept DataPlane acme/eu: .*${fields.join(
        '.*',
      )}`,
    ),
    causes,
  };
}

const notServed: Expected = {
  reason: 'not-served',
  message:
    /^This control plane serves no resources of the kind of DataPlane acme\/eu/,
};
const notFound: Expected = {
  reason: 'not-found',
  message: /^DataPlane acme\/eu does not exist in this control plane/,
};
const conflict: Expected = {
  reason: 'conflict',
  message: /^DataPlane acme\/eu was changed or deleted by somebody else/,
};
const observabilityKind =
  'spec.observabilityPlaneRef.kind FieldValueNotSupported';

const expected: Record<string, Expected | Accepted> = {
  'list, plural not served': notServed,
  'list, bad token': {
    reason: 'forbidden',
    message:
      /does not accept our credentials \(401\).* portal's own account, whoever its user is$/,
  },
  'get missing': notFound,
  'create, dry run, good': { warnings: [] },
  'create, dry run, cluster kind, good': { warnings: [] },
  'create, dry run, exists': {
    reason: 'already-exists',
    message: /^DataPlane acme\/eu exists already: choose another name/,
  },
  'create, planeId instead of planeID, strict': invalid(
    'spec.planeId FieldUnknown',
  ),
  'create, planeId instead of planeID, warn': {
    warnings: ['unknown field "spec.planeId"'],
  },
  'create, planeID too long': invalid('spec.planeID FieldValueTooLong'),
  'create, planeID with capitals': invalid('spec.planeID FieldValueInvalid'),
  'create, cluster kind without planeID': invalid(
    'spec.planeID FieldValueRequired',
  ),
  'create, without clusterAgent': invalid(
    'spec.clusterAgent FieldValueRequired',
  ),
  'create, observabilityPlaneRef as string': invalid(
    'spec.observabilityPlaneRef FieldValueTypeInvalid',
  ),
  'create, observabilityPlaneRef bad kind': invalid(observabilityKind),
  'create, cluster kind, observabilityPlaneRef to a namespaced kind':
    invalid(observabilityKind),
  'create, wrong type': invalid('spec.planeID FieldValueTypeInvalid'),
  'create, bad name': invalid('metadata.name FieldValueInvalid'),
  'create, name of 254 characters': invalid('metadata.name FieldValueInvalid'),
  'create, namespace missing': {
    reason: 'not-found',
    message:
      /^The namespace 'ghost' does not exist in this control plane: create it, or choose another$/,
  },
  'create, namespace differs from the path': {
    reason: 'invalid',
    message: /the namespace of the provided object does not match/,
  },
  'create, not JSON': { reason: 'invalid', message: /json parse error/ },
  'create, not allowed': {
    reason: 'forbidden',
    message:
      /^The portal's own account lacks a right .* User "viewer" cannot create resource "dataplanes" .* in the namespace "acme"; the RBAC manifest .*rbac-registration\.yaml/,
  },
  'create, workflow plane with observability ref missing kind': invalid(
    'spec.observabilityPlaneRef.kind FieldValueRequired',
  ),
  'create, observability plane without observerURL': invalid(
    'spec.observerURL FieldValueRequired',
  ),
  'apply by another manager, conflict': {
    ...conflict,
    causes: ['.spec.planeID FieldManagerConflict'],
  },
  'update with stale resourceVersion': conflict,
  'apply with uid of another object': invalid('metadata.uid FieldValueInvalid'),
  'strategic merge patch on a custom resource': {
    reason: 'unavailable',
    message: /answered 415: the body of the request was in an unknown format/,
  },
  'json patch with failing test': {
    reason: 'invalid',
    message: /the server rejected our request/,
  },
  'delete with stale precondition': conflict,
  delete: { warnings: [] },
  'delete missing': notFound,
  'create secret': { warnings: [] },
  'create secret, not allowed': {
    reason: 'forbidden',
    message: /cannot create resource "secrets"/,
  },
  'build plane, good': { warnings: [] },
  'build plane, secretKeyRef': invalid(
    'spec.clusterAgent.clientCA.secretKeyRef FieldUnknown',
  ),
  'build plane, string observabilityPlaneRef': invalid(
    'spec.observabilityPlaneRef FieldValueTypeInvalid',
  ),
  'cluster build plane without planeID': invalid(
    'spec.planeID FieldValueRequired',
  ),
  'cluster build plane, namespaced observability plane':
    invalid(observabilityKind),
  'workflow plane is not served': notServed,
};

function outcomeOf(
  wanted: Expected | Accepted,
  { status, body }: Exchange['response'],
) {
  if ('warnings' in wanted) {
    return { ...wanted, body };
  }
  const { reason, message, causes = [] } = wanted;
  return {
    reason,
    status,
    message: expect.stringMatching(message),
    causes: causes.map(cause => {
      const [field, causeReason] = cause.split(' ');
      return { field, reason: causeReason, message: expect.any(String) };
    }),
  };
}

const { signal } = new AbortController();
const directory = createMockDirectory();

describe('recorded answers of a kube-apiserver', () => {
  let server: KubernetesTestServer;
  let api: HttpKubernetesApi;

  beforeAll(async () => {
    server = await KubernetesTestServer.start();
  });

  beforeEach(() => {
    directory.setContent({ kubeconfig: server.kubeconfig() });
    api = HttpKubernetesApi.create({
      type: 'kubeconfig',
      file: directory.resolve('kubeconfig'),
    });
  });

  afterEach(() => api.close());
  afterAll(() => server.stop());

  async function replay({ request, response }: Exchange) {
    const { method, path } = request;
    const { status, headers, body } = response;
    server.handler = (_, res) =>
      res
        .writeHead(status, headers)
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    try {
      return method === 'GET'
        ? { warnings: [], body: await api.getJson(path, { signal }) }
        : await api.send({ method, path, body: {} }, { signal });
    } catch (error) {
      return interpretFailure(error, {
        resource: 'DataPlane acme/eu',
        namespace: 'acme',
        writes: true,
      });
    }
  }

  it('are all expected', () => {
    expect(exchanges.map(({ note }) => note).sort()).toEqual(
      Object.keys(expected).sort(),
    );
  });

  it.each(exchanges.map(exchange => [exchange.note, exchange] as const))(
    '%s',
    async (note, exchange) => {
      const outcome = await replay(exchange);
      expect(outcome).toEqual(outcomeOf(expected[note], exchange.response));
    },
  );

  it('quote names that are too long in part only', async () => {
    const exchange = exchanges.find(({ note }) => /254 characters/.test(note));
    const outcome = exchange && (await replay(exchange));
    expect(JSON.stringify(outcome)).toMatch(/a{80}…/);
    expect(JSON.stringify(outcome)).not.toMatch(/a{81}/);
  });
});
