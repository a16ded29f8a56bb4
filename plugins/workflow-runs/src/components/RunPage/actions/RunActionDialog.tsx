import { useApi } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  errorMessage,
  isConflict,
  Notice,
  TitledDialog,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { RunAction } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { workflowRunsApiRef } from '../../../api/WorkflowRunsApi';
import { ACTION_WORDS } from './actionWords';
import { PermissionGate } from './PermissionGate';
import { useTask } from './useTask';

export interface RunActionDialogProps {
  uid: string;
  name: string;
  /** Of the Argo workflow that is shown: another one is left alone. */
  workflowUid: string;
  action: RunAction;
  /** Called once it has been done. */
  onDone: () => void;
  onClose: () => void;
}

function Confirmation(props: RunActionDialogProps) {
  const { uid, workflowUid, action, onDone, onClose } = props;
  const { explanation, verb, progress, done, destructive } =
    ACTION_WORDS[action];
  const api = useApi(workflowRunsApiRef);
  const { busy, error, start } = useTask();
  const confirm = () =>
    start(async signal => {
      await api.act(uid, action, workflowUid, { signal });
      onDone();
      onClose();
    });
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          {error && (
            <Notice severity="error" title={`The run was not ${done}`}>
              {errorMessage(error)}
              {isConflict(error) &&
                ' Close this, and look at the run as it is now.'}
            </Notice>
          )}
          <Typography variant="body2">{explanation}</Typography>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          color={destructive ? 'error' : 'primary'}
          disabled={busy}
          onClick={confirm}
        >
          {busy ? progress : verb}
        </Button>
      </DialogActions>
    </>
  );
}

/** Asks whether to stop, terminate, suspend or resume a run, and does it. */
export function RunActionDialog(props: RunActionDialogProps) {
  const { uid, name, action, onClose } = props;
  const { verb, permission } = ACTION_WORDS[action];
  return (
    <TitledDialog title={`${verb} ${name}?`} onClose={onClose}>
      <PermissionGate
        uid={uid}
        permission={permission}
        refusal={`You may not ${verb.toLowerCase()} this run`}
        verb={verb}
        onClose={onClose}
      >
        <Confirmation {...props} />
      </PermissionGate>
    </TitledDialog>
  );
}
