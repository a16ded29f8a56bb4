import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { TitledDialog } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useId } from 'react';
import { TestButton } from './TestButton';
import { TestView } from './TestView';
import { usePlaneTest } from './usePlaneTest';

export interface ConnectionTestDialogProps {
  uid: string;
  onClose: () => void;
}

function Content(props: ConnectionTestDialogProps) {
  const { uid, onClose } = props;
  const explanationId = useId();
  const test = usePlaneTest(uid);
  const { permission, start } = test;
  const begun = test.run.status !== 'none';
  useEffect(() => {
    if (permission === 'granted' && !begun) {
      start({ fresh: false });
    }
  }, [permission, begun, start]);
  return (
    <>
      <DialogContent>
        <TestView test={test} explanationId={explanationId} />
      </DialogContent>
      <DialogActions>
        <TestButton test={test} explainedBy={explanationId} />
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}

/** A connection test that begins when the dialog is opened, and ends with it. */
export function ConnectionTestDialog(props: ConnectionTestDialogProps) {
  return (
    <TitledDialog title="Connection test" onClose={props.onClose}>
      <Content {...props} />
    </TitledDialog>
  );
}
