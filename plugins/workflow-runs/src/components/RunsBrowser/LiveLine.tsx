import Typography from '@mui/material/Typography';
import {
  countOf,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunsList } from '../../hooks/useRunsList';

/** How much is shown, and how true it is. */
export function LiveLine(props: { list: RunsList }) {
  const { value, updatedAt, error } = props.list;
  if (!value || updatedAt === undefined) {
    return null;
  }
  const controlPlanes = new Set(
    value.sources.map(({ controlPlane }) => controlPlane),
  );
  return (
    <Typography variant="body2" color="text.secondary">
      {countOf(value.counts.all, 'run')} on{' '}
      {countOf(controlPlanes.size, 'control plane')} ·{' '}
      {error && 'updates fail, last '}
      updated <RelativeTime time={updatedAt} />
    </Typography>
  );
}
