import Typography from '@mui/material/Typography';
import { PlaneHistory } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';

const MOST_TRANSITIONS = 200;

/** What a reader has to know to take the history for what it is. */
export function HistoryNotes(props: { history: PlaneHistory }) {
  const { transitions, from, recordedSince } = props.history;
  const unobserved = transitions.some(({ state }) => state === 'unobserved');
  const begun =
    recordedSince !== undefined && Date.parse(recordedSince) > Date.parse(from);
  return (
    <Typography variant="body2" color="text.secondary" component="div">
      {begun && (
        <div>
          What is known of this plane begins{' '}
          <RelativeTime time={recordedSince} />.
        </div>
      )}
      {unobserved && (
        <div>
          While a plane was not observed, the portal was not running or could
          not read the control plane. That time counts neither as up nor as
          down.
        </div>
      )}
      {transitions.length >= MOST_TRANSITIONS && (
        <div>
          Only the newest {MOST_TRANSITIONS} changes are listed; the strip shows
          all of them.
        </div>
      )}
    </Typography>
  );
}
