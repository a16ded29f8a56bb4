import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { planeReconnectPermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId } from 'react';
import { PermissionNotice } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The reader may not reconnect the agents; which permission that takes. */
export function ReconnectForbidden(props: { onClose: () => void }) {
  const explanationId = useId();
  return (
    <>
      <DialogContent>
        <PermissionNotice
          id={explanationId}
          title="You may not reconnect the agents of this plane"
          permission={planeReconnectPermission}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Close</Button>
        <Button variant="contained" disabled aria-describedby={explanationId}>
          Reconnect agents
        </Button>
      </DialogActions>
    </>
  );
}
