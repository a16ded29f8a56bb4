import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';

const BARS = [
  { left: 0, width: 70 },
  { left: 0, width: 12 },
  { left: 12, width: 28 },
  { left: 12, width: 41 },
  { left: 53, width: 17 },
];

/** The timeline, before anything is known of it. */
export function TimelineSkeleton() {
  return (
    <Paper
      variant="outlined"
      role="progressbar"
      aria-label="Loading the timeline"
      sx={{ overflow: 'hidden' }}
    >
      <Box sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider' }}>
        <Skeleton variant="rounded" height={32} width="40%" />
      </Box>
      {BARS.map(({ left, width }) => (
        <Box
          key={`${left}-${width}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: '26% 1fr',
            alignItems: 'center',
            height: 32,
            px: 2,
          }}
        >
          <Skeleton variant="text" width="60%" />
          <Box sx={{ pl: `${left}%` }}>
            <Skeleton variant="rounded" height={14} width={`${width}%`} />
          </Box>
        </Box>
      ))}
    </Paper>
  );
}

/** The page of a run, before anything is known of it. */
export function RunSkeleton() {
  return (
    <Stack spacing={2} role="progressbar" aria-label="Loading the run">
      <Skeleton variant="rounded" height={44} />
      <TimelineSkeleton />
    </Stack>
  );
}
