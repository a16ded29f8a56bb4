import type {
  RunAction,
  RunView,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useNavigate } from 'react-router-dom';
import { useRunHref } from '../../hooks/useRunHref';
import { RunActionDialog } from './actions/RunActionDialog';
import { CompareDialog } from './compare/CompareDialog';
import type { RunParams } from './live/useRunParams';
import { RerunDialog } from './rerun/RerunDialog';

/** The dialogs of a run's page. */
export type RunDialogName = RunAction | 'rerun' | 'compare';

export interface RunDialogsProps {
  run: RunView;
  /** The one that is open. */
  open: RunDialogName | undefined;
  /** Of the Argo workflow; undefined where none is known, and so nothing can be done to it. */
  workflowUid: string | undefined;
  params: RunParams;
  /** Called once something was done to the run. */
  onChanged: () => void;
  onClose: () => void;
}

/** What is asked before something is done to a run. */
export function RunDialogs(props: RunDialogsProps) {
  const { run, open, workflowUid, params, onChanged, onClose } = props;
  const navigate = useNavigate();
  const runHref = useRunHref();
  const onStarted = (uid: string) => {
    onClose();
    const href = runHref(uid);
    if (href) {
      navigate(href);
    }
  };
  switch (open) {
    case undefined:
      return null;
    case 'rerun':
      return <RerunDialog run={run} onClose={onClose} onStarted={onStarted} />;
    case 'compare':
      return (
        <CompareDialog
          run={run}
          compare={params.compare}
          onCompare={params.compareWith}
          onClose={onClose}
        />
      );
    default:
      return workflowUid === undefined ? null : (
        <RunActionDialog
          uid={run.uid}
          name={run.ref.name}
          workflowUid={workflowUid}
          action={open}
          onDone={onChanged}
          onClose={onClose}
        />
      );
  }
}
