import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';

const WIDTHS = ['92%', '78%', '85%', '64%'];

/**
 * Grey lines where text is going to be.
 *
 * @public
 */
export function CardSkeleton(props: { lines: number }) {
  return (
    <Stack spacing={1} role="progressbar" aria-label="Loading">
      {Array.from({ length: props.lines }, (_, index) => (
        <Skeleton
          key={index}
          variant="rounded"
          height="1em"
          width={WIDTHS[index % WIDTHS.length]}
        />
      ))}
    </Stack>
  );
}
