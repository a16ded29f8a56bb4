import { createMockDirectory } from '@backstage/backend-test-utils';
import type { GatewayPlaneType } from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import { gatewayCA, portal } from './__fixtures__/certificates';
import recorded from './__fixtures__/gateway-exchanges.json';
import { HttpsTestServer } from './__testUtils__/HttpsTestServer';
import { HttpClusterGateway } from './HttpClusterGateway';
import { interpretAnswer } from './interpretAnswer';
import { networkFailure } from './networkFailure';
import { RequestError } from './sendRequest';
import type { GatewayFailureReason, GatewayOutcome } from './types';

/** What a real gateway of OpenChoreo 1.2.3 answered. */
const exchanges = z
  .array(
    z.object({
      note: z.string(),
      request: z.object({
        method: z.string(),
        path: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.string().optional(),
      }),
      response: z.union([
        z.object({
          status: z.number(),
          headers: z.record(z.string(), z.string()),
          body: z.string(),
        }),
        z.object({ error: z.string() }),
      ]),
    }),
  )
  .parse(recorded);
type Exchange = (typeof exchanges)[number];

const connected = (planeID: string, connectedAgents: number, seen: string) => ({
  planeType: 'dataplane',
  planeID,
  connected: true,
  connectedAgents,
  lastSeen: `2026-11-21T00:${seen}Z`,
});
const notConnected = (planeID: string, planeType = 'dataplane') => ({
  planeType,
  planeID,
  connected: false,
  connectedAgents: 0,
});
const version = expect.objectContaining({ major: '1', minor: '34' });
const atFirst = connected('default', 1, '50:28.249');

/** What each comes to: the reason of a failure, or the value. */
const expected: Record<string, GatewayFailureReason | { value: unknown }> = {
  'all connected planes': {
    value: [
      atFirst,
      {
        ...atFirst,
        planeType: 'workflowplane',
        lastSeen: '2026-11-21T00:50:28.263Z',
      },
    ],
  },
  'plane level, connected': { value: atFirst },
  'plane level, unknown planeID': { value: notConnected('nope') },
  'plane level, unknown plane type': {
    value: notConnected('default', 'fooplane'),
  },
  'CR level, authorised namespaced': { value: atFirst },
  'CR level, authorised cluster': { value: atFirst },
  'CR level, other CA, namespaced': { value: notConnected('default') },
  'CR level, other CA, cluster': { value: notConnected('default') },
  'CR level, no such CR': { value: notConnected('default') },
  'namespace without name': { value: expect.anything() },
  'wrong method': 'refused',
  'unknown path': 'not-found',
  'version, cluster CR': { value: version },
  'version, namespaced CR': { value: version },
  healthz: { value: 'ok' },
  'list pods': { value: expect.objectContaining({ kind: 'PodList' }) },
  'missing object': 'not-found',
  'API group that is not installed': 'not-found',
  'not authorised for this CR (other CA)': 'not-authorised',
  'not authorised for this cluster CR': 'not-authorised',
  'CR that does not exist': 'not-authorised',
  'no agent': 'no-agent',
  'unknown plane type': 'no-agent',
  'too few segments': 'refused',
  'target logs': 'target-unknown',
  'target unknown': 'refused',
  watch: 'streaming-not-supported',
  'watch=1': 'streaming-not-supported',
  'log follow': 'streaming-not-supported',
  upgrade: 'streaming-not-supported',
  'kube-system secrets': 'refused',
  traversal: 'invalid-address',
  'encoded traversal': 'invalid-address',
  'encoded slash in name': 'invalid-address',
  TRACE: 'refused',
  'create namespace (write through the tunnel)': {
    value: expect.objectContaining({ kind: 'Namespace' }),
  },
  'create again': 'kubernetes-error',
  'merge patch': { value: expect.objectContaining({ kind: 'Namespace' }) },
  delete: { value: expect.objectContaining({ kind: 'Namespace' }) },
  'accept table': { value: expect.objectContaining({ kind: 'Table' }) },
  // Recorded is only the beginning of the answer, which is no JSON.
  'gzip accepted': 'unexpected-answer',
  'no client certificate': 'tls',
  'certificate of another CA': 'tls',
  'notify bad payload': 'refused',
  'notify missing': 'refused',
  'notify unknown event': 'refused',
  'notify updated': { value: expect.objectContaining({ success: true }) },
  'notify unknown type': 'unexpected-answer',
  'exec without params': 'refused',
  reconnect: { value: { disconnectedAgents: 1 } },
  'status right after reconnect': { value: notConnected('default') },
  'reconnect of unknown plane': { value: { disconnectedAgents: 0 } },
  'two agents of one plane (HA), plane level': {
    value: connected('default', 2, '52:10.356'),
  },
  'agent cannot reach its API server: version': 'target-unreachable',
  'agent cannot reach its API server: status still says connected': {
    value: connected('dead', 1, '52:12.663'),
  },
  "agent's service account may not: version is public": { value: version },
  "agent's service account may not: list namespaces": 'forbidden',
  "agent's service account may not: list Argo workflows": 'forbidden',
  'self-signed leaf certificate as its own CA works': { value: version },
  'self subject access review through the tunnel': {
    value: expect.objectContaining({ kind: 'SelfSubjectAccessReview' }),
  },
  'wedged agent (process stopped, socket open): version': 'tunnel-timeout',
  'wedged agent, status after more than the heartbeat timeout': {
    value: notConnected('wedged'),
  },
};

/** Requests that the client refuses to send, though a gateway answers them somehow. */
const NEVER_SENT = new Set([
  'watch',
  'watch=1',
  'log follow',
  'traversal',
  'encoded traversal',
  'encoded slash in name',
]);

/** A gateway is asked about types that do not exist as well. */
const anyPlaneType = z.custom<GatewayPlaneType>(
  value => typeof value === 'string',
);

const signal = new AbortController().signal;

/** The call that makes the request of an exchange; undefined where the client has none. */
function callOf(exchange: Exchange, gateway: HttpClusterGateway) {
  const { method, path, headers, body = '{}' } = exchange.request;
  const url = /^([^?]*)\??(.*)$/.exec(path);
  const [, , , ...segments] = (url?.[1] ?? '').split('/');
  const query = Object.fromEntries(new URLSearchParams(url?.[2]));
  const options = { signal };
  const [planeType = '', planeID = ''] = path.startsWith('/api/proxy/')
    ? segments
    : segments.slice(1);
  const agent = { planeType: anyPlaneType.parse(planeType), planeID };
  if (path === '/api/v1/planes/status' && method === 'GET') {
    return () => gateway.listPlanes(options);
  }
  if (path.endsWith('/reconnect') && method === 'POST') {
    return () => gateway.reconnect(agent, options);
  }
  if (path.startsWith('/api/v1/') && method === 'GET') {
    if (query.name) {
      const { namespace, name } = query;
      return () => gateway.getResource({ ...agent, namespace, name }, options);
    }
    return path.endsWith('/status')
      ? () => gateway.getPlane(agent, options)
      : undefined;
  }
  const [, , namespace, name = '', target, ...rest] = segments;
  if (
    !['GET', 'PATCH'].includes(method) ||
    !path.startsWith('/api/proxy/') ||
    target !== 'k8s' ||
    rest.length === 0 ||
    headers?.Upgrade
  ) {
    return undefined;
  }
  const address = {
    ...agent,
    ...(namespace !== '_cluster' && { namespace }),
    name,
  };
  const decoded = rest.map(decodeURIComponent);
  if (method === 'PATCH') {
    const patch = { path: decoded, body: JSON.parse(body) };
    return () => gateway.patch(address, patch, options);
  }
  const accept = exchange.note === 'healthz' ? 'text/plain' : headers?.Accept;
  const request = { path: decoded, query, ...(accept && { accept }) };
  return () => gateway.get(address, request, options);
}

const failed = (failure: object) => ({ ok: false, failure });

function expectedOutcome(note: string): object {
  const expectation = expected[note];
  return typeof expectation === 'object'
    ? { ok: true, ...expectation }
    : failed({ reason: expectation, message: expect.stringMatching(/\S/) });
}

describe('recorded exchanges with a gateway of OpenChoreo 1.2.3', () => {
  const directory = createMockDirectory({
    content: {
      'ca.crt': gatewayCA,
      'tls.crt': portal.cert,
      'tls.key': portal.key,
    },
  });
  let server: HttpsTestServer;
  let gateway: HttpClusterGateway;

  beforeAll(async () => {
    server = await HttpsTestServer.start();
    gateway = HttpClusterGateway.create({
      url: server.url,
      caFile: directory.resolve('ca.crt'),
      certFile: directory.resolve('tls.crt'),
      keyFile: directory.resolve('tls.key'),
      timeoutMs: 5_000,
    });
  });

  afterAll(async () => {
    gateway?.close();
    await server?.stop();
  });

  async function replay(
    exchange: Exchange,
  ): Promise<Pick<GatewayOutcome<unknown>, 'ok'>> {
    const { response } = exchange;
    if ('error' in response) {
      const [, alert = ''] = /SSL: (\w+)\]/.exec(response.error) ?? [];
      const [, text] = /\] (.*) \(/.exec(response.error) ?? [];
      const cause = Object.assign(
        new Error(`error:0A00:SSL routines:ssl3_read_bytes:${text}:../ssl`),
        { code: `ERR_SSL_${alert}` },
      );
      const state = { reusedSocket: false, justSecured: true };
      return failed(networkFailure(new RequestError(cause, state)));
    }
    const call = callOf(exchange, gateway);
    if (!call) {
      const { status, headers, body } = response;
      return interpretAnswer({
        status,
        contentType: headers['Content-Type'],
        body,
      });
    }
    // Of one body, only the beginning was recorded.
    const { 'Content-Length': _, ...headers } = response.headers;
    server.handler = (_request, answer) => {
      answer.writeHead(response.status, headers);
      answer.end(response.body);
    };
    const outcome = await call();
    expect(server.requests).toEqual(
      NEVER_SENT.has(exchange.note)
        ? []
        : [`${exchange.request.method} ${exchange.request.path}`],
    );
    return outcome;
  }

  beforeEach(() => {
    server.requests.length = 0;
  });

  it('are all judged', () => {
    expect(exchanges.map(({ note }) => note).sort()).toEqual(
      Object.keys(expected).sort(),
    );
  });

  it.each(exchanges.map(exchange => [exchange.note, exchange] as const))(
    '%s',
    async (note, exchange) => {
      expect(await replay(exchange)).toMatchObject(expectedOutcome(note));
    },
  );

  it('keeps what the plane’s API server says', async () => {
    const exchange = exchanges.find(({ note }) =>
      note.endsWith('list Argo workflows'),
    );
    expect(exchange && (await replay(exchange))).toMatchObject(
      failed({
        reason: 'forbidden',
        status: 403,
        kubernetesReason: 'Forbidden',
        message:
          'The API server of the plane\'s cluster answered 403: workflows.argoproj.io is forbidden: User "viewer" cannot list resource "workflows" in API group "argoproj.io" at the cluster scope',
      }),
    );
  });
});
