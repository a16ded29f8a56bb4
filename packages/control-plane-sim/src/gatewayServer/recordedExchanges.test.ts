import recorded from '../__fixtures__/openchoreo-v1.2.3-gateway-exchanges.json';
import { eventually } from '../controllers/testUtils/eventually';
import { FakeTiming } from '../controllers/testUtils/FakeTiming';
import { startTestGateway, TestGateway } from '../testing/startTestGateway';
import { askGateway, GatewayCaller } from '../testUtils/gatewayClient';
import { TestAnswer } from '../testUtils/httpClient';
import { shapeOf } from '../testUtils/shape';

/*
 * What the cluster gateway of OpenChoreo 1.2.3 answered to these requests, the simulator answers as well: in
 * status, media type and text, and where the answer is JSON of a Kubernetes API, in its shape.
 */

interface Exchange {
  note: string;
  request: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: string;
    clientCertificate: string | null;
  };
  response: {
    status?: number;
    headers?: Record<string, string>;
    body?: string;
    error?: string;
    ms: number;
  };
}

const exchanges: Exchange[] = JSON.parse(JSON.stringify(recorded));

const TLS_ERRORS: Record<string, string> = {
  'no client certificate': 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'certificate of another CA': 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
};

const TUNNEL_TIMEOUT_MS = 30_000;
const HEARTBEAT_TIMEOUT_MS = 90_000;
const RECONNECT_DELAY_MS = 5_000;

function callerOf({ request }: Exchange): GatewayCaller {
  if (request.clientCertificate === null) {
    return 'nobody';
  }
  return request.clientCertificate === 'portal' ? 'portal' : 'stranger';
}

/** What cannot be the same in two systems: times, and the name of the agent's account. */
function masked(text: string): string {
  return text
    .trimEnd()
    .replace(/(User \\?")[^"\\]+/g, '$1(account)')
    .replace(/"lastSeen":"2[^"]+"/g, '"lastSeen":"(a time)"');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isOfKubernetes({ response }: Exchange): boolean {
  return response.headers?.['Cache-Control'] !== undefined;
}

describe('exchanges with the gateway of OpenChoreo 1.2.3', () => {
  const timing = new FakeTiming('2026-11-21T00:50:28Z');
  let gateway: TestGateway;

  /** What somebody did to the recorded system before a request. */
  const PREPARATIONS: Record<string, () => void> = {
    'two agents of one plane (HA), plane level': () => {
      timing.advance(RECONNECT_DELAY_MS);
      gateway.setAgents('dataplane', 'default', 2);
      for (const planeID of ['dead', 'norbac', 'leaf', 'wedged']) {
        gateway.setAgents('dataplane', planeID, 1);
      }
    },
    'wedged agent (process stopped, socket open): version': () =>
      gateway.hangAgents('dataplane', 'wedged'),
    'wedged agent, status after more than the heartbeat timeout': () =>
      timing.advance(HEARTBEAT_TIMEOUT_MS),
  };

  beforeAll(async () => {
    const data = { planeType: 'dataplane', planeID: 'default' } as const;
    const acme = { planeType: 'dataplane', namespace: 'acme' } as const;
    gateway = await startTestGateway({
      timing,
      planes: [
        { ...data, name: 'default' },
        { ...data, namespace: 'acme', name: 'default' },
        { ...data, namespace: 'globex', name: 'other-ca', authorised: false },
        { ...data, name: 'wrong-ca', authorised: false },
        {
          planeType: 'workflowplane',
          planeID: 'default',
          name: 'default',
          behaviour: 'argo-missing',
        },
        { ...acme, planeID: 'nowhere', name: 'offline', agents: 0 },
        {
          ...acme,
          planeID: 'dead',
          name: 'dead-api',
          agents: 0,
          behaviour: 'target-down',
        },
        {
          ...acme,
          planeID: 'norbac',
          name: 'no-rbac',
          agents: 0,
          behaviour: 'forbidden',
        },
        { ...acme, planeID: 'leaf', name: 'leaf-ca', agents: 0 },
        { ...acme, planeID: 'wedged', name: 'wedged', agents: 0 },
      ],
    });
    // The agents of the recorded system ran outside the clusters that they served.
    await askGateway(gateway, {
      method: 'DELETE',
      path: '/api/proxy/dataplane/default/_cluster/default/k8s/api/v1/namespaces/openchoreo-data-plane/pods',
    });
  });

  afterAll(() => gateway.stop());

  async function replay(exchange: Exchange): Promise<TestAnswer> {
    const { method, path, headers, body } = exchange.request;
    PREPARATIONS[exchange.note]?.();
    gateway.clearRequests();
    const answer = askGateway(gateway, {
      method,
      path: path.replace('timeoutSeconds=3', 'timeoutSeconds=1'),
      headers,
      body,
      as: callerOf(exchange),
    });
    if (exchange.response.ms >= TUNNEL_TIMEOUT_MS) {
      await eventually(
        async () => gateway.requests().length,
        requests => requests === 1,
      );
      timing.advance(TUNNEL_TIMEOUT_MS);
    }
    return answer;
  }

  it('are 62', () => expect(exchanges).toHaveLength(62));

  const refused = exchanges.filter(({ response }) => response.error);
  const answered = exchanges.filter(({ response }) => !response.error);

  it.each(answered.map(exchange => [exchange.note, exchange] as const))(
    '%s',
    async (_note, exchange) => {
      const answer = await replay(exchange);
      expectSameHead(answer, exchange);
      expectSameBody(answer, exchange);
    },
  );

  it.each(refused.map(exchange => [exchange.note, exchange] as const))(
    '%s',
    async (note, exchange) => {
      await expect(replay(exchange)).rejects.toMatchObject({
        code: TLS_ERRORS[note],
      });
    },
  );
});

function expectSameHead(answer: TestAnswer, { response }: Exchange): void {
  const { headers = {} } = response;
  expect({
    status: answer.status,
    type: answer.headers['content-type'],
    allow: answer.headers.allow,
    location: answer.headers.location,
    cache: answer.headers['cache-control'],
    encoding: answer.headers['content-encoding'],
    isWhole: answer.headers['content-length'] !== undefined,
  }).toEqual({
    status: response.status,
    type: headers['Content-Type'],
    allow: headers.Allow,
    location: headers.Location,
    cache: headers['Cache-Control'],
    encoding: headers['Content-Encoding'],
    isWhole: true,
  });
}

function expectSameBody(answer: TestAnswer, exchange: Exchange): void {
  const expected = masked(exchange.response.body ?? '');
  const actual = masked(answer.text);
  if (exchange.note === 'gzip accepted') {
    // This recording was cut off.
    const beginning = '{"kind":"APIGroupList","apiVersion":"v1","groups":[';
    expect(expected).toContain(beginning);
    expect(actual).toContain(beginning);
  } else if (isOfKubernetes(exchange) && answer.status < 400) {
    expect(shapeOf(parsed(actual))).toEqual(shapeOf(parsed(expected)));
  } else {
    expect(parsed(actual)).toEqual(parsed(expected));
  }
}
