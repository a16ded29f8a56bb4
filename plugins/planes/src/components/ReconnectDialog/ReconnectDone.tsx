import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { ReconnectResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface ReconnectDoneProps {
  result: ReconnectResult;
  onClose: () => void;
}

/** What the reconnect did. */
export function ReconnectDone(props: ReconnectDoneProps) {
  const { disconnectedAgents: agents } = props.result;
  return (
    <>
      <DialogContent>
        {agents > 0 ? (
          <Notice
            severity="info"
            title={`${countOf(agents, 'agent')} dropped.`}
          >
            They dial in again after about 5 seconds. The state of the plane
            shows when they are back.
          </Notice>
        ) : (
          <Notice severity="info" title="No agent was connected any more.">
            There was nothing to drop. An agent that runs dials in by itself.
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Close</Button>
      </DialogActions>
    </>
  );
}
