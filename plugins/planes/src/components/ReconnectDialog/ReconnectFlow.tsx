import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import {
  errorMessage,
  Notice,
  refusalStatus,
  usePlaneByUid,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect } from 'react';
import { ReconnectConfirmation } from './ReconnectConfirmation';
import { ReconnectDone } from './ReconnectDone';
import { ReconnectForbidden } from './ReconnectForbidden';
import { ReconnectWaiting } from './ReconnectWaiting';
import { Reconnect, useReconnect } from './useReconnect';

export interface ReconnectFlowProps {
  uid: string;
  onClose: () => void;
}

function Step(props: { reconnect: Reconnect; onClose: () => void }) {
  const { reconnect, onClose } = props;
  const { step, reload, confirm } = reconnect;
  switch (step.status) {
    case 'preview':
    case 'reconnecting':
      return (
        <ReconnectConfirmation
          // Whoever agreed to other planes has not agreed to these.
          key={step.preview.confirmation}
          step={step}
          onConfirm={() => confirm(step.preview)}
          onClose={onClose}
        />
      );
    case 'done':
      return <ReconnectDone result={step.result} onClose={onClose} />;
    case 'failed':
      if (refusalStatus(step.error) === 'forbidden') {
        return <ReconnectForbidden onClose={onClose} />;
      }
      return (
        <>
          <DialogContent>
            <Notice
              severity="error"
              title="What a reconnect would do could not be told"
              onRetry={reload}
            >
              {errorMessage(step.error)}
            </Notice>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </>
      );
    default:
      return <ReconnectWaiting onClose={onClose} />;
  }
}

/** From the preview of a reconnect to its result. */
export function ReconnectFlow(props: ReconnectFlowProps) {
  const { retry } = usePlaneByUid(props.uid);
  const reconnect = useReconnect(props.uid);
  const done = reconnect.step.status === 'done';
  useEffect(() => {
    if (done) {
      retry();
    }
  }, [done, retry]);
  return <Step reconnect={reconnect} onClose={props.onClose} />;
}
