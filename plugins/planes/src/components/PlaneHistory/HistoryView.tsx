import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneHistory } from '@openchoreo-planes/backstage-plugin-planes-common';
import { FlappingNotice } from '../Notice';
import { HistoryNotes } from './HistoryNotes';
import { TimedStrip } from './TimedStrip';
import { TransitionTable } from './TransitionTable';
import { Uptimes } from './Uptimes';

/** How a plane was over a span of time. */
export function HistoryView(props: { history: PlaneHistory }) {
  const { history } = props;
  if (history.recordedSince === undefined) {
    return (
      <Typography variant="body2" color="text.secondary">
        Nothing is recorded of this plane yet. The portal records every change
        of its state from the first time it sees the plane.
      </Typography>
    );
  }
  return (
    <Stack spacing={2}>
      {history.flapping && <FlappingNotice />}
      <TimedStrip history={history} />
      <Uptimes history={history} />
      {history.transitions.length > 0 ? (
        <TransitionTable transitions={history.transitions} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          The state did not change in this time.
        </Typography>
      )}
      <HistoryNotes history={history} />
    </Stack>
  );
}
