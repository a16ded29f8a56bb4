import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { FRAME_COLUMNS } from './RegistrationFrame';
import { REGISTRATION_STEPS } from '../form/steps';

/** The form in grey, until it can be filled. */
export function RegistrationSkeleton() {
  return (
    <Box role="progressbar" aria-label="Loading" sx={FRAME_COLUMNS}>
      <Stack spacing={2} sx={{ display: { xs: 'none', md: 'flex' } }}>
        {REGISTRATION_STEPS.map(step => (
          <Skeleton key={step} variant="rounded" height={36} />
        ))}
      </Stack>
      <Skeleton variant="rounded" height={360} />
      <Stack spacing={2} sx={{ gridColumn: { md: '2', lg: '3' } }}>
        <Skeleton variant="rounded" height={240} />
        <Skeleton variant="rounded" height={160} />
      </Stack>
    </Box>
  );
}
