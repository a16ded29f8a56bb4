import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

export interface NothingFoundProps {
  /** How many planes there are without the filters. */
  all: number;
  onClear: () => void;
}

/** That no plane gets through the filters. */
export function NothingFound(props: NothingFoundProps) {
  return (
    <Stack spacing={1.5} alignItems="center" sx={{ py: 6 }}>
      <Typography variant="body1">
        None of the {props.all} planes is like that.
      </Typography>
      <Button variant="outlined" onClick={props.onClear}>
        Clear filters
      </Button>
    </Stack>
  );
}
