import {
  type ConnectionTestEvent,
  connectionTestEventSchema,
  connectionTestReportSchema,
  connectionTestResponseSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesTestBackend } from '../__testUtils__/PlanesTestBackend';
import { manifest } from './__testUtils__/planes';

const pathOf = (uid: string) => `/api/planes/planes/${uid}/connection-test`;

describe('the API of connection tests', () => {
  let backend: PlanesTestBackend;
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  /** Each test has a plane of its own, which was never tested. */
  let name: string;
  let path: string;
  let count = 0;

  beforeAll(async () => {
    backend = new PlanesTestBackend();
    server = await backend.start({
      planes: { connectionTest: { maxConcurrent: 1 } },
    });
  });

  beforeEach(() => {
    count += 1;
    name = `eu-${count}`;
    path = pathOf(`${name}-uid`);
    backend.inventory.put(manifest('DataPlane', name));
    backend.audited.length = 0;
    backend.gateway.requests.length = 0;
    backend.gateway.delay = undefined;
    backend.gateway.connect({ planeType: 'dataplane', planeID: name });
    backend.gateway.onGet(() => ({
      ok: true,
      value: { gitVersion: 'v1.34.4', metadata: { uid: 'cluster-uid' } },
    }));
  });

  afterAll(() => backend.stop());

  /** Begins a test as a browser does. */
  async function stream(signal?: AbortSignal) {
    const { url } = server.post(path);
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip' },
      signal,
    });
    return { response, events: parseEvents(response) };
  }

  /** Makes the gateway answer nothing until it is told to go on. */
  function holdGateway(): () => void {
    let release = () => {};
    backend.gateway.delay = new Promise(resolve => {
      release = resolve;
    });
    return () => release();
  }

  async function untilRunning(expected: boolean) {
    for (;;) {
      const { body } = await server.get(path);
      if (connectionTestResponseSchema.parse(body).running === expected) {
        return;
      }
    }
  }

  it('sends each step as it is over, and the report last', async () => {
    const release = holdGateway();
    const { response, events } = await stream();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/event-stream/),
      'cache-control': expect.stringContaining('no-transform'),
      'x-accel-buffering': 'no',
    });
    expect(response.headers.get('content-encoding')).toBeNull();
    const received: string[] = [];
    let arrivedMeanwhile = 0;
    for await (const event of events) {
      received.push(nameOf(event));
      if (event.type === 'step-started' && event.name === 'gateway') {
        arrivedMeanwhile = received.length;
        release();
      }
    }
    expect(received).toEqual([
      'started',
      'resource …',
      'resource passed',
      'agent-ca …',
      'agent-ca failed',
      'gateway …',
      'gateway passed',
      'agent …',
      'agent passed',
      'authorisation …',
      'authorisation passed',
      'round-trip …',
      'round-trip passed',
      'plane-type …',
      'plane-type passed',
      'observability-plane …',
      'observability-plane passed',
      'report failed',
    ]);
    // What was over had arrived while the test went on.
    expect(received[arrivedMeanwhile - 1]).toBe('gateway …');
    expect(backend.audited).toEqual([
      {
        eventId: 'connection-test',
        severityLevel: 'medium',
        outcome: 'success',
        meta: {
          asked: `uid '${name}-uid'`,
          plane: `DataPlane acme/${name}`,
          controlPlane: 'default',
          uid: `${name}-uid`,
          outcome: 'failed',
          cached: false,
        },
      },
    ]);
  });

  it('answers with the report alone to who asks for JSON, and keeps it', async () => {
    const never = await server.get(path);
    expect(never.body).toEqual({ running: false });
    const { status, body, headers } = await server.post(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    const report = connectionTestReportSchema.parse(body);
    expect(report.requestedBy).toBe('user:default/mock');
    const kept = await server.get(path);
    expect(kept.body).toEqual({ report: body, running: false });
  });

  it('gives a recent report again unless a fresh one is wanted', async () => {
    const first = await server.post(path);
    const requests = backend.gateway.requests.length;
    const again = await server.post(path).send({});
    expect(again.body).toEqual(first.body);
    expect(backend.gateway.requests).toHaveLength(requests);
    await server.post(path).send({ fresh: true });
    expect(backend.gateway.requests).toHaveLength(2 * requests);
    expect(backend.audited.map(({ meta }) => meta)).toMatchObject([
      { cached: false },
      { cached: true },
      { cached: false },
    ]);
  });

  it('lets a second caller join the test, and refuses that of another plane meanwhile', async () => {
    backend.inventory.put(manifest('DataPlane', 'us'));
    const release = holdGateway();
    const first = await stream();
    const second = await stream();
    const other = await server.post(pathOf('us-uid'));
    expect(other.status).toBe(503);
    expect(other.body.error.message).toContain('try again in a moment');
    release();
    const [ours, theirs] = await Promise.all([
      collect(first.events),
      collect(second.events),
    ]);
    expect(theirs[0]).toMatchObject({ type: 'started', joined: true });
    expect(theirs.slice(1)).toEqual(ours.slice(1));
    expect(
      backend.gateway.requests.filter(({ type }) => type === 'list-planes'),
    ).toHaveLength(1);
  });

  it('cancels the test when the browser goes', async () => {
    holdGateway();
    const browser = new AbortController();
    const { events } = await stream(browser.signal);
    await events.next();
    await untilRunning(true);
    browser.abort();
    await untilRunning(false);
    const { body } = await server.get(path);
    expect(body).toEqual({ running: false });
    expect(backend.audited).toMatchObject([
      { outcome: 'success', meta: { outcome: 'cancelled' } },
    ]);
  });

  it.each([['get'], ['post']] as const)(
    'does not know a plane that no control plane has: %s',
    async method => {
      const { status, body } = await server[method](pathOf('nowhere-uid'));
      expect(status).toBe(404);
      expect(body.error.message).toContain("'nowhere-uid'");
    },
  );

  it.each([{ fresh: 'yes' }, { path: '/api/v1/secrets' }, []])(
    'refuses the body %j',
    async body => {
      const { status } = await server.post(path).send(body);
      expect(status).toBe(400);
      expect(backend.gateway.requests).toEqual([]);
    },
  );

  it('answers 500 to who asks for JSON when a test breaks, and audits it', async () => {
    const listPlanes = jest
      .spyOn(backend.gateway, 'listPlanes')
      .mockRejectedValue(new Error('detail'));
    const { status, body } = await server.post(path);
    listPlanes.mockRestore();
    expect(status).toBe(500);
    expect(body.error.message).not.toContain('detail');
    expect(backend.audited).toMatchObject([{ outcome: 'fail' }]);
  });
});

function nameOf(event: ConnectionTestEvent): string {
  switch (event.type) {
    case 'step-started':
      return `${event.name} …`;
    case 'step':
      return `${event.step.name} ${event.step.status}`;
    case 'report':
      return `report ${event.report.outcome}`;
    default:
      return event.type;
  }
}

/** The events of a stream, each of which must be named by its type. */
async function* parseEvents(
  response: Response,
): AsyncGenerator<ConnectionTestEvent> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, name, data] = /^event: (\S+)\ndata: (.*)$/.exec(part) ?? [];
      const event = connectionTestEventSchema.parse(JSON.parse(data));
      expect(name).toBe(event.type);
      yield event;
    }
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) {
    collected.push(item);
  }
  return collected;
}
