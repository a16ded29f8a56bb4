import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The form begins with what was typed before. */
export function DraftNotice(props: {
  savedAt: number;
  onStartOver: () => void;
}) {
  return (
    <Typography
      role="status"
      variant="body2"
      color="text.secondary"
      sx={{ mb: 1.5 }}
    >
      Draft from <RelativeTime time={props.savedAt} /> restored ·{' '}
      <Link
        component="button"
        type="button"
        variant="body2"
        onClick={props.onStartOver}
        sx={{ verticalAlign: 'baseline' }}
      >
        Start over
      </Link>
    </Typography>
  );
}
