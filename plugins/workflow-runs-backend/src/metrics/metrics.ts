import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Every instrument of plugin `workflow-runs`; what plugins share, requests through tunnels too, is measured by planes-node. */
export function createInstruments(metrics: MetricsService) {
  return {
    runs: metrics.createObservableGauge<{
      control_plane: string;
      phase: string;
    }>('openchoreo.workflow_runs', {
      description: 'Workflow runs that are known, by phase',
      unit: '{run}',
    }),
    viewers: metrics.createObservableGauge('openchoreo.workflow_runs.viewers', {
      description:
        'Timelines that somebody has open and that are kept live: each user and run counts once',
      unit: '{viewer}',
    }),
    refreshes: metrics.createHistogram<{ outcome: string }>(
      'openchoreo.workflow_runs.refresh.duration',
      {
        description:
          "Duration of looks at a run's Argo workflow, by what came of them: read, unchanged, or why there is none",
        unit: 's',
        advice: {
          explicitBucketBoundaries: [
            0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
          ],
        },
      },
    ),
  };
}

/** The instruments of plugin `workflow-runs`. */
export type RunsInstruments = ReturnType<typeof createInstruments>;
