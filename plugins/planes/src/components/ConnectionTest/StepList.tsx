import Box from '@mui/material/Box';
import { StepItem } from './StepItem';
import { ShownStep } from './testProgress';

/** The steps of a connection test, in order. */
export function StepList(props: { steps: readonly ShownStep[] }) {
  return (
    <Box
      component="ol"
      aria-label="Steps"
      sx={{ m: 0, p: 0, listStyle: 'none' }}
    >
      {props.steps.map((step, index) => (
        <StepItem key={step.name} number={index + 1} step={step} />
      ))}
    </Box>
  );
}
