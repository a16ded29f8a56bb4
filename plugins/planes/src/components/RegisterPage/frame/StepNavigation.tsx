import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { RegistrationStep } from '../form/steps';
import { BackButton } from './BackButton';
import { keepFocus } from './keepFocus';
import { STEP_LABELS } from './stepWords';

export interface StepNavigationProps {
  previous?: RegistrationStep;
  next: RegistrationStep;
  onBack: () => void;
  onContinue: () => void;
}

/** Back, and on to the next step. */
export function StepNavigation(props: StepNavigationProps) {
  const { previous, next, onBack, onContinue } = props;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 2 }}>
      {previous ? <BackButton onBack={onBack} /> : <span />}
      <Button variant="contained" onMouseDown={keepFocus} onClick={onContinue}>
        Continue to {STEP_LABELS[next].toLowerCase()}
      </Button>
    </Box>
  );
}
