import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatMilliseconds } from './formatMilliseconds';
import { STEP_STATUS } from './stepStatus';
import { isOver, ShownStep } from './testProgress';

const QUIET: readonly ShownStep['status'][] = ['waiting', 'skipped'];

function statusText(step: ShownStep): string {
  const { label } = STEP_STATUS[step.status];
  return isOver(step) && step.status !== 'skipped'
    ? `${label} · ${formatMilliseconds(step.durationMs)}`
    : label;
}

export interface StepHeadingProps {
  /** Counts from 1. */
  number: number;
  step: ShownStep;
}

/** What a step looks at, and how it went in how much time. */
export function StepHeading(props: StepHeadingProps) {
  const { number, step } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
      <Typography
        variant="body2"
        component="h4"
        fontWeight="fontWeightMedium"
        color={QUIET.includes(step.status) ? 'text.secondary' : undefined}
        sx={{ flex: 1, minWidth: 0 }}
      >
        {number}. {step.title}
      </Typography>
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
      >
        {statusText(step)}
      </Typography>
    </Box>
  );
}
