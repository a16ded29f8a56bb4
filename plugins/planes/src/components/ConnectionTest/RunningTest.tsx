import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { StepList } from './StepList';
import { isOver, TestProgress } from './testProgress';

/** A test while it runs: how far it is, and its steps. */
export function RunningTest(props: { progress: TestProgress }) {
  const { steps, joined } = props.progress;
  const done = steps.filter(isOver).length;
  return (
    <Stack spacing={1}>
      {joined && (
        <Typography variant="body2" color="text.secondary">
          This test was running already; you see it from its first step.
        </Typography>
      )}
      <LinearProgress
        variant="determinate"
        aria-label="Steps finished"
        value={(100 * done) / steps.length}
      />
      <StepList steps={steps} />
    </Stack>
  );
}
