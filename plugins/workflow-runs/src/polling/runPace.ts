import { PolledValue } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  isEnded,
  RunResponse,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** While something can change every second. */
const LIVE_MS = 1_000;
/** While what can be seen lags behind, or requests fail. */
const SLOW_MS = 5_000;
/** When nothing is expected to change any more. */
const ENDED_MS = 30_000;

/** When to ask for a run again: what the control plane knows of it. */
export function runInterval(state: PolledValue<RunResponse>): number {
  if (state.error || !state.value) {
    return SLOW_MS;
  }
  return isEnded(state.value.item.phase) ? ENDED_MS : 2 * LIVE_MS;
}

function isOver(timeline: TimelineResponse): boolean {
  const phase = timeline.workflow?.phase;
  if (phase) {
    return phase !== 'Pending' && phase !== 'Running';
  }
  return (
    timeline.gap?.reason !== 'not-created' &&
    timeline.nodes.every(
      node => node.phase !== 'Pending' && node.phase !== 'Running',
    )
  );
}

/** When to ask for a timeline again: every second while Argo itself tells how the run goes on. */
export function timelineInterval(state: PolledValue<TimelineResponse>): number {
  const { value, error } = state;
  if (error || !value) {
    return SLOW_MS;
  }
  if (value.gap?.reason === 'plane-offline') {
    return SLOW_MS;
  }
  if (isOver(value)) {
    return ENDED_MS;
  }
  const isDirect =
    value.source === 'argo' || value.gap?.reason === 'not-created';
  return isDirect ? LIVE_MS : SLOW_MS;
}
