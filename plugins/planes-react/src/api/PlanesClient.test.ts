import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { FakePlanesApi } from '../testing/FakePlanesApi';
import {
  connectionTestReportFixture,
  planeHistoryFixture,
  planeViewFixture,
} from '../testing/fixtures';
import { PlanesClient } from './PlanesClient';

const BASE_URL = 'http://backend/api/planes';

const server = setupServer();
registerMswTestHooks(server);

function createClient() {
  return new PlanesClient({
    fetchApi: {
      fetch: (input, init) =>
        fetch(`${input}`.replace('plugin://planes', BASE_URL), init),
    },
  });
}

function answer(title: string) {
  return { item: planeViewFixture({ title }), asOf: '2026-11-20T10:00:00Z' };
}

describe('PlanesClient', () => {
  it('reads a list of planes', async () => {
    const body = await new FakePlanesApi(planeViewFixture()).getPlanes();
    const asked: string[] = [];
    server.use(
      http.get(`${BASE_URL}/planes`, ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(body);
      }),
    );
    const client = createClient();

    await expect(client.getPlanes()).resolves.toEqual(body);
    await client.getPlanes({ state: ['stale', 'disconnected'], text: 'a&b' });
    expect(asked).toEqual(['', '?state=stale&state=disconnected&text=a%26b']);
  });

  it('reads what else is known about a plane', async () => {
    const answers: Record<string, object> = {
      '/planes/a%2Fb/history?window=7d': planeHistoryFixture({ window: '7d' }),
      '/planes/a%2Fb/dependents': {
        items: [],
        counts: { environments: 0, workflows: 0 },
        problems: [],
        asOf: '2026-11-20T10:00:00Z',
      },
      '/planes/a%2Fb/connection-test': { running: true },
      '/planes/a%2Fb/reconnect': {
        connectedAgents: 2,
        affected: [],
        hidden: 1,
        confirmation: 'x',
      },
    };
    server.use(
      http.get(`${BASE_URL}/planes/*`, ({ request }) =>
        HttpResponse.json(answers[request.url.replace(BASE_URL, '')]),
      ),
    );
    const client = createClient();

    await expect(
      Promise.all([
        client.getPlaneHistory('a/b', '7d'),
        client.getPlaneDependents('a/b'),
        client.getConnectionTest('a/b'),
        client.previewReconnect('a/b'),
      ]),
    ).resolves.toEqual(Object.values(answers));
  });

  it('reconnects with the confirmation, and rejects where that is no longer true', async () => {
    server.use(
      http.post(`${BASE_URL}/planes/u/reconnect`, async ({ request }) => {
        expect(await request.json()).toEqual({ confirmation: 'yes' });
        return HttpResponse.json({ disconnectedAgents: 2 });
      }),
      http.post(`${BASE_URL}/planes/other/reconnect`, () =>
        HttpResponse.json(
          {
            error: { name: 'ConflictError', message: 'Another plane' },
            response: { statusCode: 409 },
          },
          { status: 409 },
        ),
      ),
    );

    await expect(createClient().reconnect('u', 'yes')).resolves.toEqual({
      disconnectedAgents: 2,
    });
    await expect(
      createClient().reconnect('other', 'yes'),
    ).rejects.toMatchObject({ cause: { name: 'ConflictError' } });
  });

  it('follows a connection test', async () => {
    const report = connectionTestReportFixture();
    const asked: unknown[] = [];
    server.use(
      http.post(`${BASE_URL}/planes/u/connection-test`, async ({ request }) => {
        asked.push([request.headers.get('Accept'), await request.json()]);
        const event = { type: 'report', report, cached: false };
        return new HttpResponse(`data: ${JSON.stringify(event)}\n\n`, {
          headers: { 'Content-Type': 'text/event-stream' },
        });
      }),
    );
    const events: string[] = [];
    const onEvent = ({ type }: { type: string }) => events.push(type);

    await expect(
      createClient().testConnection('u', { fresh: true, onEvent }),
    ).resolves.toEqual(report);
    await createClient().testConnection('u');
    expect(events).toEqual(['report']);
    expect(asked).toEqual([
      ['text/event-stream', { fresh: true }],
      ['text/event-stream', { fresh: false }],
    ]);
  });

  it('rejects a connection test that the backend refuses, and one that is cancelled', async () => {
    server.use(
      http.post(`${BASE_URL}/planes/u/connection-test`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
      http.post(
        `${BASE_URL}/planes/slow/connection-test`,
        () => new HttpResponse(new ReadableStream()),
      ),
    );
    const client = createClient();
    await expect(client.testConnection('u')).rejects.toMatchObject({
      statusCode: 403,
    });

    const controller = new AbortController();
    const test = client.testConnection('slow', { signal: controller.signal });
    controller.abort();
    await expect(test).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('asks again with the ETag, and gives the same object while nothing changed', async () => {
    const asked: (string | undefined)[] = [];
    server.use(
      http.get(`${BASE_URL}/planes/a%2Fb`, ({ request }) => {
        const tag = request.headers.get('If-None-Match') ?? undefined;
        asked.push(tag);
        if (tag === '"1"' && asked.length === 2) {
          return new HttpResponse(undefined, { status: 304 });
        }
        return HttpResponse.json(answer(`answer ${asked.length}`), {
          headers: { ETag: `"${asked.length}"` },
        });
      }),
    );
    const client = createClient();

    const first = await client.getPlane('a/b');
    const second = await client.getPlane('a/b');
    const third = await client.getPlane('a/b');

    expect(asked).toEqual([undefined, '"1"', '"1"']);
    expect(second).toBe(first);
    expect(third.item.title).toBe('answer 3');
  });

  it('rejects with what the backend said', async () => {
    server.use(
      http.get(`${BASE_URL}/planes/u`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );

    await expect(createClient().getPlane('u')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError' },
    });
  });

  it('rejects an answer of another shape, and does not remember it', async () => {
    const answers = [{ item: { title: 'no plane' } }, answer('right')];
    const asked: (string | null)[] = [];
    server.use(
      http.get(`${BASE_URL}/planes/u`, ({ request }) => {
        asked.push(request.headers.get('If-None-Match'));
        return HttpResponse.json(answers.shift(), { headers: { ETag: '"e"' } });
      }),
    );
    const client = createClient();

    await expect(client.getPlane('u')).rejects.toThrow(
      'in a form that this version of the portal does not know',
    );
    await expect(client.getPlane('u')).resolves.toMatchObject({
      item: { title: 'right' },
    });
    expect(asked).toEqual([null, null]);
  });

  it('can be cancelled', async () => {
    server.use(
      http.get(`${BASE_URL}/planes/u`, () => new Promise(() => undefined)),
    );
    const controller = new AbortController();
    const request = createClient().getPlane('u', { signal: controller.signal });
    controller.abort();

    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
  });
});
