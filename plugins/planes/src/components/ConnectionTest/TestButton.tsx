import Button from '@mui/material/Button';
import { PlaneTest } from './usePlaneTest';

export interface TestButtonProps {
  test: PlaneTest;
  /** The id of what says why the button is disabled. */
  explainedBy: string;
}

/** Starts a test, or stops the one that runs. */
export function TestButton(props: TestButtonProps) {
  const { test, explainedBy } = props;
  if (test.run.status === 'running') {
    return (
      <Button size="small" variant="outlined" onClick={test.cancel}>
        Cancel
      </Button>
    );
  }
  const { permission } = test;
  return (
    <Button
      size="small"
      variant="outlined"
      disabled={permission !== 'granted'}
      aria-describedby={permission === 'missing' ? explainedBy : undefined}
      // Whoever has a report before them wants to know what changed since.
      onClick={() => test.start({ fresh: test.report !== undefined })}
    >
      {test.report ? 'Run again' : 'Run test'}
    </Button>
  );
}
