import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

/** That no run gets through the filters. */
export function NothingFound(props: { onClear: () => void }) {
  return (
    <Stack spacing={1.5} alignItems="center" sx={{ py: 6 }}>
      <Typography variant="body1">No run is like that.</Typography>
      <Button variant="outlined" onClick={props.onClear}>
        Clear filters
      </Button>
    </Stack>
  );
}
