import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { CardSkeleton } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The state card until it is filled. */
export function StateCardSkeleton() {
  return (
    <Stack spacing={2}>
      <Typography variant="h4" component="div" aria-hidden>
        <Skeleton width="40%" />
      </Typography>
      <CardSkeleton lines={4} />
    </Stack>
  );
}
