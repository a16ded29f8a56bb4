import { useApi } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import {
  errorMessage,
  Notice,
  TitledDialog,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunView,
  workflowRunRerunPermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { FormEvent, useState } from 'react';
import { workflowRunsApiRef } from '../../../api/WorkflowRunsApi';
import { PermissionGate } from '../actions/PermissionGate';
import { useTask } from '../actions/useTask';
import { ParameterField } from './ParameterField';
import { changedParameters } from './parameterFields';

export interface RerunDialogProps {
  run: RunView;
  /** Called with the uid of the new run. */
  onStarted: (uid: string) => void;
  onClose: () => void;
}

function RerunForm(props: RerunDialogProps) {
  const { run, onStarted, onClose } = props;
  const api = useApi(workflowRunsApiRef);
  const { busy, error, start } = useTask();
  const [texts, setTexts] = useState<Record<string, string>>({});
  const parameters = changedParameters(run.parameters, texts);
  const count = Object.keys(parameters ?? {}).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parameters && !busy) {
      start(async signal => {
        const request = count > 0 ? { parameters } : {};
        const started = await api.rerun(run.uid, request, { signal });
        onStarted(started.uid);
      });
    }
  };
  return (
    <form onSubmit={submit}>
      <DialogContent>
        {error && (
          <Notice severity="error" title="No run was started">
            {errorMessage(error)}
          </Notice>
        )}
        <Typography variant="body2" sx={{ mb: 1 }}>
          Starts a new run of {run.workflow?.name ?? 'the same workflow'}. This
          one stays as it is.
          {run.parameters.length > 0 &&
            ' Parameters that you do not change are taken from this run.'}
        </Typography>
        {run.parameters.map(parameter => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            text={texts[parameter.name]}
            onChange={text =>
              setTexts(current => ({ ...current, [parameter.name]: text }))
            }
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="contained"
          disabled={busy || !parameters}
        >
          {busy ? 'Starting…' : 'Run again'}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Runs the workflow of a run again, with the same or with other parameters. */
export function RerunDialog(props: RerunDialogProps) {
  const { run, onClose } = props;
  return (
    <TitledDialog title={`Run ${run.ref.name} again`} onClose={onClose}>
      <PermissionGate
        uid={run.uid}
        permission={workflowRunRerunPermission}
        refusal="You may not run this workflow again"
        verb="Run again"
        onClose={onClose}
      >
        <RerunForm {...props} />
      </PermissionGate>
    </TitledDialog>
  );
}
