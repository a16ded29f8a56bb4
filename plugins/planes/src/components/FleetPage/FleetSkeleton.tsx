import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';

const CHIPS = [200, 64, 80, 104];
const CARDS = 3;
const ROWS = 8;

/** The page in grey, until it can be filled. */
export function FleetSkeleton() {
  return (
    <Stack spacing={2} role="progressbar" aria-label="Loading">
      <Skeleton variant="rounded" height={80} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {CHIPS.map(width => (
          <Skeleton key={width} variant="rounded" width={width} height={36} />
        ))}
      </Box>
      <Skeleton variant="text" width={144} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns:
            'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
        }}
      >
        {Array.from({ length: CARDS }, (_, card) => (
          <Skeleton key={card} variant="rounded" height={176} />
        ))}
      </Box>
      <Skeleton variant="text" width={96} />
      <Stack spacing={0.5}>
        {Array.from({ length: ROWS }, (_, row) => (
          <Skeleton key={row} variant="rounded" height={36} />
        ))}
      </Stack>
    </Stack>
  );
}
