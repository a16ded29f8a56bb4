import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { StepList, StepListProps } from './StepList';
import { STEP_LABELS } from './stepWords';

/** Where one is among the steps, in one line; the others on demand. */
function CompactStepper(props: StepListProps) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const at = props.steps.findIndex(({ status }) => status === 'current');
  const current = props.steps[at];
  const Icon = open ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <>
      <Button
        fullWidth
        variant="outlined"
        aria-expanded={open}
        aria-controls={listId}
        endIcon={<Icon aria-hidden />}
        onClick={() => setOpen(!open)}
        sx={{ justifyContent: 'space-between' }}
      >
        Step {at + 1} of {props.steps.length}
        {current && `: ${STEP_LABELS[current.step]}`}
      </Button>
      <Collapse in={open} id={listId} unmountOnExit>
        <Box sx={{ pt: 1 }}>
          <StepList
            {...props}
            onGo={step => {
              setOpen(false);
              props.onGo(step);
            }}
          />
        </Box>
      </Collapse>
    </>
  );
}

/** The steps of the form: a list, or one line where there is no room beside the task. */
export function Stepper(props: StepListProps) {
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'));
  return (
    <nav aria-label="Steps">
      {narrow ? <CompactStepper {...props} /> : <StepList {...props} />}
    </nav>
  );
}
