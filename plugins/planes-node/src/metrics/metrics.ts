import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What every plugin of a backend process shares is measured here: each instrument is made once a process. */
export function createInstruments(metrics: MetricsService) {
  return {
    watchRestarts: metrics.createCounter<{
      control_plane: string;
      resource: string;
      reason: string;
    }>('openchoreo.watch.restarts', {
      description:
        'Lists and watches of a control plane that ended and were begun again, by what ended them; ended is the API server in good order',
      unit: '{restart}',
    }),
    sourceAge: metrics.createObservableGauge<{
      control_plane: string;
      resource: string;
    }>('openchoreo.source.age', {
      description:
        'Time since the API server last said anything of a resource; about a minute at most in good order',
      unit: 's',
    }),
    gatewayRequests: metrics.createHistogram<{
      control_plane: string;
      operation: string;
      outcome: string;
    }>('openchoreo.gateway.request.duration', {
      description:
        'Duration of requests to the cluster gateway, those through its tunnels included, by outcome',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [
          0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
        ],
      },
    }),
    limitedRequests: metrics.createCounter<{ kind: string }>(
      'openchoreo.requests.limited',
      {
        description:
          'Requests that were refused because their sender had sent too many',
        unit: '{request}',
      },
    ),
  };
}
