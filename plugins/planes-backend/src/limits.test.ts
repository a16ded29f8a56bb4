import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { eu } from './__testUtils__/manifests';
import { PlanesTestBackend } from './__testUtils__/PlanesTestBackend';

describe('limits of requests', () => {
  const backend = new PlanesTestBackend();
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  beforeAll(async () => {
    backend.inventory.listAll([eu]);
    server = await backend.start({
      planes: {
        rateLimit: { actions: { limit: 2, window: '1h' } },
      },
    });
  });

  afterAll(() => backend.stop());

  const test = (user: string) =>
    server
      .post('/api/planes/planes/eu-uid/connection-test')
      .set('Authorization', mockCredentials.user.header(user))
      .set('Accept', 'application/json');

  it('refuse what a user asks too often before any plane is asked, and nobody else', async () => {
    backend.decisions.set('openchoreo.plane.connection.test', {
      result: AuthorizeResult.DENY,
    });
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await test('user:default/jane')).status).toBe(403);
    }
    backend.decisions.clear();
    for (let attempt = 0; attempt < 2; attempt++) {
      expect((await test('user:default/jane')).status).toBe(200);
    }
    backend.gateway.requests.length = 0;
    backend.audited.length = 0;

    const refused = await test('user:default/jane');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(3_000);
    expect(refused.body.error).toMatchObject({
      name: 'TooManyRequestsError',
      message: expect.stringContaining('(2 in 3600 s): try again in'),
      retryAfter: seconds,
    });
    expect(backend.gateway.requests).toEqual([]);
    expect(backend.audited).toEqual([
      expect.objectContaining({ eventId: 'connection-test', outcome: 'fail' }),
    ]);

    const reconnect = await server
      .post('/api/planes/planes/eu-uid/reconnect')
      .set('Authorization', mockCredentials.user.header('user:default/jane'))
      .send({ confirmation: 'any' });
    expect(reconnect.status).toBe(429);
    expect((await test('user:default/joe')).status).toBe(200);
  });
});
