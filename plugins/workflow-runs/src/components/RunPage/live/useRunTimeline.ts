import {
  Polled,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  Timeline,
  timeline,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo, useState } from 'react';
import { TimelineClock } from './TimelineClock';

/** Sums and the critical path of a run that goes on are computed anew this often; its bars grow by themselves. */
const LIVE_STEP_MS = 5_000;
const ENDED_STEP_MS = 3_600_000;

/** The timeline of a run, and the time on its clock. */
export interface RunTimelineModel {
  /** Undefined where there is no node to show. */
  readonly timeline?: Timeline;
  readonly now: () => number;
}

function goesOn({ source, workflow }: TimelineResponse): boolean {
  const phase = workflow?.phase ?? 'Pending';
  return source === 'argo' && (phase === 'Pending' || phase === 'Running');
}

/** The timeline that an answer of the backend stands for. */
export function useRunTimeline(
  polled: Pick<Polled<TimelineResponse>, 'value' | 'updatedAt'>,
): RunTimelineModel {
  const { value, updatedAt } = polled;
  const [clock] = useState(() => new TimelineClock());
  if (value && updatedAt !== undefined) {
    clock.set(value, updatedAt);
  }
  const live = value !== undefined && goesOn(value);
  const tick = useNow(live ? LIVE_STEP_MS : ENDED_STEP_MS);
  const model = useMemo(() => {
    if (!value || value.nodes.length === 0) {
      return undefined;
    }
    const { nodes, workflow } = value;
    // The tick is when to look at the clock again.
    return tick && timeline({ nodes, workflow, now: clock.now() });
  }, [value, clock, tick]);
  return { timeline: model || undefined, now: clock.now };
}
