import { mockCredentials } from '@backstage/backend-test-utils';
import { LiveApiBench } from './__testUtils__/LiveApiBench';

describe('limits of requests, and metrics', () => {
  const bench = new LiveApiBench();

  beforeAll(() =>
    bench.start({
      planes: {
        rateLimit: {
          reads: { limit: 5, window: '1h' },
          actions: { limit: 1, window: '1h' },
        },
      },
    }),
  );

  afterAll(() => bench.stop());

  const as = (user: string) => mockCredentials.user.header(user);
  const get = (path: string, user: string) =>
    bench.server.get(path).set('Authorization', as(user));

  it('refuse each route that reaches a plane before the plane is asked', async () => {
    const { gateway } = bench.backend;
    const run = bench.run('steps-parallel-fail.running');
    for (let request = 0; request < 5; request++) {
      const answer = await get(`${run}/timeline`, 'user:default/jane');
      expect(answer.status).toBe(200);
    }
    gateway.requests.length = 0;
    for (const path of ['timeline', 'events', 'nodes/a', 'nodes/a/logs']) {
      const answer = await get(`${run}/${path}`, 'user:default/jane');
      expect([path, answer.status]).toEqual([path, 429]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000);
    }
    // What comes from the control plane is not limited.
    expect((await get(run, 'user:default/jane')).status).toBe(200);

    const post = (path: string, body: object) =>
      bench.server
        .post(`${run}/${path}`)
        .set('Authorization', as('user:default/jane'))
        .send(body);
    await post('actions/stop', { workflowUid: 'another' });
    gateway.requests.length = 0;
    for (const path of ['actions/stop', 'rerun']) {
      const answer = await post(path, {
        ...(path !== 'rerun' && { workflowUid: 'another' }),
      });
      expect([path, answer.status]).toEqual([path, 429]);
    }
    expect(gateway.requests).toEqual([]);
    const { status } = await get(`${run}/timeline`, 'user:default/joe');
    expect(status).toBe(200);
  });

  it('tell of runs, viewers and looks at their workflows', async () => {
    const { metrics } = bench.backend;
    const run = bench.run('steps-parallel-fail.running');
    await get(`${run}/timeline`, 'user:default/ada');
    const looks = 'openchoreo.workflow_runs.refresh.duration';
    expect(metrics.values(looks, { outcome: 'read' }).length).toBeGreaterThan(
      0,
    );
    const [{ value: viewers }] = await metrics.observe(
      'openchoreo.workflow_runs.viewers',
    );
    expect(viewers).toBeGreaterThan(0);
    const counts = await metrics.observe('openchoreo.workflow_runs');
    expect(counts.reduce((sum, { value }) => sum + value, 0)).toBe(1);
  });
});
