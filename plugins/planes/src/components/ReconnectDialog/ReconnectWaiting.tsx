import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { CardSkeleton } from '@openchoreo-planes/backstage-plugin-planes-react';

/** Shown until it is known what a reconnect would do. */
export function ReconnectWaiting(props: { onClose: () => void }) {
  return (
    <>
      <DialogContent>
        <CardSkeleton lines={3} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
      </DialogActions>
    </>
  );
}
