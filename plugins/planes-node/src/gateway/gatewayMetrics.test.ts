import { ControlPlaneMetrics } from '../metrics';
import { TestMetrics } from '../testUtils/TestMetrics';
import { DefaultClusterGateways } from './DefaultClusterGateways';

describe('metrics of cluster gateways', () => {
  it('tell how long each request took, and what came of it', async () => {
    const metrics = new TestMetrics();
    const gateways = DefaultClusterGateways.create(
      [
        {
          name: 'edge',
          connection: { type: 'in-cluster' },
          gateway: { url: 'https://127.0.0.1:1', timeoutMs: 10_000 },
        },
      ],
      { metrics: ControlPlaneMetrics.create(metrics) },
    );
    const gateway = gateways.get('edge');
    const { signal } = new AbortController();
    await gateway?.listPlanes({ signal });
    const cancelled = gateway?.listPlanes({ signal: AbortSignal.abort() });
    await expect(cancelled).rejects.toThrow();
    await gateway?.get(
      { planeType: 'dataplane', planeID: '../x', name: 'x' },
      { path: ['version'] },
      { signal },
    );
    gateways.close();

    const name = 'openchoreo.gateway.request.duration';
    const shared = { control_plane: 'edge' };
    expect(metrics.series(name)).toEqual([
      { ...shared, operation: 'listPlanes', outcome: 'unreachable' },
      { ...shared, operation: 'listPlanes', outcome: 'cancelled' },
      { ...shared, operation: 'get', outcome: 'invalid-address' },
    ]);
    expect(metrics.options.get(name)?.unit).toBe('s');
  });
});
