import Button from '@mui/material/Button';
import { useId } from 'react';
import { PlaneTest, TestView } from '../../../../ConnectionTest';
import { StepCard } from '../../../frame/StepCard';

function TestAction(props: { test: PlaneTest; explainedBy: string }) {
  const { test, explainedBy } = props;
  const { permission, report, run, start, cancel } = test;
  if (run.status === 'running') {
    return (
      <Button size="small" variant="outlined" onClick={cancel}>
        Cancel
      </Button>
    );
  }
  return (
    <Button
      size="small"
      variant="outlined"
      disabled={permission !== 'granted'}
      aria-describedby={permission === 'missing' ? explainedBy : undefined}
      onClick={() => start({ fresh: report !== undefined })}
    >
      {report ? 'Test again' : 'Test now'}
    </Button>
  );
}

/** The connection test of the plane: its steps as they come, and what to do about those that fail. */
export function TestCard(props: { test: PlaneTest }) {
  const { test } = props;
  const explanationId = useId();
  return (
    <StepCard
      title="Connection test"
      action={<TestAction test={test} explainedBy={explanationId} />}
    >
      <TestView test={test} explanationId={explanationId} />
    </StepCard>
  );
}
