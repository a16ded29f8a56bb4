import {
  formatDuration,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type {
  TimelineResponse,
  TimelineSource,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const TICK_MS = 1000;

const WORDS: Record<TimelineSource, string> = {
  argo: 'from the Argo workflow',
  'last-known': 'from the Argo workflow as it was last read',
  tasks: "from the control plane's record",
  none: 'nothing known of the steps',
};

export interface SourceLineProps {
  response: TimelineResponse;
  /** When the answer came, in milliseconds of this browser's clock. */
  updatedAt: number;
}

/** Where the steps of a run come from, and how old that is. */
export function SourceLine(props: SourceLineProps) {
  const { source, readAt } = props.response;
  const now = useNow(TICK_MS);
  const since = source === 'last-known' ? Date.parse(readAt) : props.updatedAt;
  const age = formatDuration(Math.max(0, now - since));
  return (
    <>
      {WORDS[source]}
      {source !== 'none' && `, ${age} old`}
    </>
  );
}
