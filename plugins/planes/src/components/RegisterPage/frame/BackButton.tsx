import Button from '@mui/material/Button';
import { keepFocus } from './keepFocus';

/** Back to the step before. */
export function BackButton(props: { onBack: () => void }) {
  return (
    <Button variant="outlined" onMouseDown={keepFocus} onClick={props.onBack}>
      Back
    </Button>
  );
}
