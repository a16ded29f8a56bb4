import { eu, observability, us } from '../__testUtils__/manifests';
import { PlanesTestBackend } from '../__testUtils__/PlanesTestBackend';

describe('metrics', () => {
  const backend = new PlanesTestBackend();
  let server: Awaited<ReturnType<PlanesTestBackend['start']>>;

  beforeAll(async () => {
    backend.inventory.listAll([eu, us, observability]);
    server = await backend.start();
  });

  afterAll(() => backend.stop());

  it('tell how many planes are in which state', async () => {
    const count = () => backend.metrics.observe('openchoreo.planes');
    const state = 'not-accepted';
    const others = {
      value: 1,
      attributes: {
        control_plane: 'default',
        kind: 'ClusterObservabilityPlane',
        state,
      },
    };
    const attributes = { control_plane: 'default', kind: 'DataPlane', state };
    expect(await count()).toEqual([{ value: 2, attributes }, others]);

    backend.inventory.put({
      ...us,
      status: {
        conditions: [{ type: 'Created', status: 'True' }],
        agentConnection: { connected: true, connectedAgents: 1 },
      },
    });
    expect(await count()).toEqual([
      { value: 1, attributes },
      { value: 1, attributes: { ...attributes, state: 'stale' } },
      others,
    ]);
  });

  it('tell what came of connection tests, and not of reports that are given again', async () => {
    const test = () =>
      server
        .post('/api/planes/planes/eu-uid/connection-test')
        .set('Accept', 'application/json');
    const { body } = await test();
    await test();
    const name = 'openchoreo.connection_test.duration';
    expect(backend.metrics.series(name)).toEqual([
      { plane_type: 'data', outcome: body.outcome },
    ]);
    expect(backend.metrics.values(name)).toHaveLength(1);
    expect(backend.metrics.options.get(name)?.unit).toBe('s');
  });
});
