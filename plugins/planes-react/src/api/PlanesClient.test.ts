import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { planeViewFixture } from '../testing/fixtures';
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
  it('reads all planes', async () => {
    const item = planeViewFixture();
    const body = {
      items: [item],
      asOf: '2026-11-20T10:00:00Z',
      sources: [item.source],
    };
    server.use(http.get(`${BASE_URL}/planes`, () => HttpResponse.json(body)));

    await expect(createClient().getPlanes()).resolves.toEqual(body);
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
