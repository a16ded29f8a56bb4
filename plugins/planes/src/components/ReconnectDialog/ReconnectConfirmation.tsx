import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import {
  countOf,
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { AffectedPlanes, affectedCount } from './AffectedPlanes';
import { ReconnectStep } from './useReconnect';

export interface ReconnectConfirmationProps {
  step: Extract<ReconnectStep, { status: 'preview' | 'reconnecting' }>;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what a reconnect does and whom it interrupts, and asks whether to do it. */
export function ReconnectConfirmation(props: ReconnectConfirmationProps) {
  const { step, onConfirm, onClose } = props;
  const { preview } = step;
  const [understood, setUnderstood] = useState(false);
  const agents = countOf(preview.connectedAgents, 'agent');
  const others = affectedCount(preview);
  const busy = step.status === 'reconnecting';
  const ready = preview.connectedAgents > 0 && (others === 0 || understood);
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          {step.status === 'preview' && step.changed && (
            <Notice
              severity="warning"
              title="Other planes are affected than a moment ago, so nothing was done."
            >
              Look again at what follows before you confirm.
            </Notice>
          )}
          {step.status === 'preview' && step.error && (
            <Notice severity="error" title="The agents were not reconnected">
              {errorMessage(step.error)}
            </Notice>
          )}
          {preview.connectedAgents > 0 ? (
            <Typography variant="body2">
              The gateway drops {agents}, and OpenChoreo cannot reach the
              cluster until they dial in again after about 5 seconds. Requests
              under way fail; what runs in the cluster goes on.
            </Typography>
          ) : (
            <Typography variant="body2">
              No agent is connected, so there is nothing to drop. An agent that
              runs dials in by itself; a connection test tells why it does not.
            </Typography>
          )}
          <AffectedPlanes preview={preview} />
          {others > 0 && preview.connectedAgents > 0 && (
            <FormControlLabel
              slotProps={{ typography: { variant: 'body2' } }}
              control={
                <Checkbox
                  edge="start"
                  checked={understood}
                  disabled={busy}
                  onChange={event => setUnderstood(event.target.checked)}
                />
              }
              label={`I understand that ${countOf(
                others,
                'other plane is',
                'other planes are',
              )} interrupted`}
            />
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          color="error"
          disabled={busy || !ready}
          onClick={onConfirm}
        >
          {busy ? 'Reconnecting…' : `Reconnect ${agents}`}
        </Button>
      </DialogActions>
    </>
  );
}
