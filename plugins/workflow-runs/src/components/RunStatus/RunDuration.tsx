import {
  formatExactDuration,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';

const TICK_MS = 1_000;

export interface RunDurationProps {
  /** ISO 8601, as `end`. */
  start: string;
  /** While it is absent, the duration ticks. */
  end?: string;
}

function Ticking(props: { startMs: number }) {
  return <>{formatExactDuration(useNow(TICK_MS) - props.startMs)}</>;
}

/** How long something took, or has taken until now: `8 m 18 s`. */
export function RunDuration(props: RunDurationProps) {
  const startMs = Date.parse(props.start);
  return props.end === undefined ? (
    <Ticking startMs={startMs} />
  ) : (
    <>{formatExactDuration(Date.parse(props.end) - startMs)}</>
  );
}
