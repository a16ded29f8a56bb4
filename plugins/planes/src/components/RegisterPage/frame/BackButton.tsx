import Button from '@mui/material/Button';

/** Back to the step before. */
export function BackButton(props: { onBack: () => void }) {
  return (
    <Button variant="outlined" onClick={props.onBack}>
      Back
    </Button>
  );
}
