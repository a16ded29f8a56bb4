import {
  formatDuration,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { TransitionRow } from './transitionRows';

function Lasting(props: { sinceMs: number }) {
  const { sinceMs } = props;
  const now = useRelativeNow(sinceMs);
  return <>{formatDuration(Math.max(0, now - sinceMs))} so far</>;
}

/** How long a state lasted, ticking while it does. */
export function Lasted(props: { row: TransitionRow }) {
  const { at, until } = props.row;
  return until === undefined ? (
    <Lasting sinceMs={Date.parse(at)} />
  ) : (
    <>{formatDuration(Date.parse(until) - Date.parse(at))}</>
  );
}
