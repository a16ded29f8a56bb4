import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RemedyDisclosure } from './RemedyDisclosure';
import { StepHeading, StepHeadingProps } from './StepHeading';
import { STEP_STATUS } from './stepStatus';
import { isOver } from './testProgress';

/** One step: its status, what it found, how long it took, and what to do where it did not pass. */
export function StepItem(props: StepHeadingProps) {
  const { number, step } = props;
  const { tone, Icon } = STEP_STATUS[step.status];
  const { text, tint } = toneColours(useTheme(), tone);
  const failed = step.status === 'failed';
  return (
    <li aria-current={step.status === 'running' ? 'step' : undefined}>
      {number > 1 && <Divider />}
      <Box
        sx={{
          display: 'flex',
          gap: 1.25,
          py: 1.5,
          // The tint reaches beyond the text, which stays in line with that of the other steps.
          mx: -1.5,
          px: 1.5,
          borderRadius: 2,
          backgroundColor: failed ? tint : undefined,
        }}
      >
        <Box sx={{ color: text, pt: 0.25 }}>
          <Icon size="1.2em" aria-hidden />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <StepHeading {...props} />
          {isOver(step) && step.evidence && (
            <Typography variant="body2" color="text.secondary">
              {step.evidence}
            </Typography>
          )}
          {isOver(step) && step.remedy && (
            <RemedyDisclosure
              remedy={step.remedy}
              step={number}
              initiallyOpen={failed}
            />
          )}
        </Box>
      </Box>
    </li>
  );
}
