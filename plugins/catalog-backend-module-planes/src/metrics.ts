import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Every instrument of the module. */
export function createInstruments(metrics: MetricsService) {
  return {
    lag: metrics.createHistogram('openchoreo.catalog.lag', {
      description:
        'Time from a change of a plane being seen to its entity being accepted by the catalog, which then processes it',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300],
      },
    }),
    waiting: metrics.createObservableGauge('openchoreo.catalog.waiting', {
      description:
        'How long the oldest change of a plane waits that the catalog has not accepted; 0 where none does',
      unit: 's',
    }),
  };
}
