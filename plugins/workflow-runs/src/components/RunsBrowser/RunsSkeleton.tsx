import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';

const FIELDS = [240, 150, 160, 150, 130];
const ROWS = 8;

/** The list in grey, until it can be filled. */
export function RunsSkeleton() {
  return (
    <Stack spacing={2} role="progressbar" aria-label="Loading">
      <Skeleton variant="rounded" height={80} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {FIELDS.map((width, field) => (
          <Skeleton key={field} variant="rounded" width={width} height={36} />
        ))}
      </Box>
      <Stack spacing={0.5}>
        {Array.from({ length: ROWS }, (_, row) => (
          <Skeleton key={row} variant="rounded" height={54} />
        ))}
      </Stack>
    </Stack>
  );
}
