import Typography from '@mui/material/Typography';
import {
  countOf,
  PlanesList,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** How much is shown, and how true it is. */
export function LiveLine(props: { list: PlanesList }) {
  const { value, updatedAt, error, live } = props.list;
  if (!value || updatedAt === undefined) {
    return null;
  }
  const controlPlanes = new Set(
    value.sources.map(({ controlPlane }) => controlPlane),
  );
  return (
    <Typography variant="body2" color="text.secondary">
      {countOf(value.counts.all, 'plane')} on{' '}
      {countOf(controlPlanes.size, 'control plane')} ·{' '}
      {!error && live && 'live, '}
      {error && 'updates fail, last '}
      updated <RelativeTime time={updatedAt} />
    </Typography>
  );
}
