import type {
  RunAction,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What can be done to a run now, whoever asks. */
export function possibleActions(
  response: TimelineResponse | undefined,
): RunAction[] {
  const { workflow, source } = response ?? {};
  // Only what is known to go on can be told to end.
  if (!workflow || source !== 'argo') {
    return [];
  }
  const { phase = 'Pending', shutdown, suspended } = workflow;
  if (phase !== 'Pending' && phase !== 'Running') {
    return [];
  }
  const pause: RunAction = suspended ? 'resume' : 'suspend';
  switch (shutdown) {
    case 'Terminate':
      return [];
    case 'Stop':
      return ['terminate'];
    default:
      return ['stop', pause, 'terminate'];
  }
}
