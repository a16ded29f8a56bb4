import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Every instrument of plugin `planes`; what plugins share is measured by planes-node. */
export function createInstruments(metrics: MetricsService) {
  return {
    planes: metrics.createObservableGauge<{
      control_plane: string;
      kind: string;
      state: string;
    }>('openchoreo.planes', {
      description: 'Planes that are known, by kind and state',
      unit: '{plane}',
    }),
    connectionTests: metrics.createHistogram<{
      plane_type: string;
      outcome: string;
    }>('openchoreo.connection_test.duration', {
      description:
        'Duration of connection tests, by outcome; reports that were given again do not count',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60] },
    }),
  };
}

/** The instruments of plugin `planes`. */
export type PlanesInstruments = ReturnType<typeof createInstruments>;
