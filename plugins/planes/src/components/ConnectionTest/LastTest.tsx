import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  CardSkeleton,
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReportHead } from './ReportHead';
import { StepList } from './StepList';
import { PlaneTest } from './usePlaneTest';

/** The newest report, or why there is none. */
export function LastTest(props: { test: PlaneTest }) {
  const { report, last } = props.test;
  if (report) {
    return (
      <Stack spacing={1}>
        <ReportHead report={report} />
        <StepList key={report.finishedAt} steps={report.steps} />
      </Stack>
    );
  }
  if (last.value) {
    return (
      <Typography variant="body2" color="text.secondary">
        This plane was never tested. A test takes a few seconds and changes
        nothing: it checks the resource, the gateway, the agent and the round
        trip to the cluster, one after the other.
      </Typography>
    );
  }
  if (last.error) {
    return (
      <Notice
        severity="error"
        title="The last test could not be read"
        onRetry={last.retry}
      >
        {errorMessage(last.error)}
      </Notice>
    );
  }
  return <CardSkeleton lines={8} />;
}
