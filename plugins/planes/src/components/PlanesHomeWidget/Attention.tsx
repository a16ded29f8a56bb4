import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  needsAttention,
  PLANE_STATES,
  PlanesCounts,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { Link } from 'react-router-dom';
import { PlaneRow } from '../PlaneRow';
import { useFleetHref } from './useFleetHref';

export interface AttentionProps {
  /** Some planes, the worst first. */
  planes: readonly PlaneSummary[];
  /** Of all planes. */
  counts: PlanesCounts['states'];
}

/** The planes that somebody should look at, the worst first. */
export function Attention(props: AttentionProps) {
  const states = PLANE_STATES.filter(
    state => needsAttention(state) && props.counts[state],
  );
  const all = states.reduce(
    (sum, state) => sum + (props.counts[state] ?? 0),
    0,
  );
  const planes = props.planes.filter(({ state }) =>
    needsAttention(state.state),
  );
  const href = useFleetHref()(states);
  if (all === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        No plane needs attention.
      </Typography>
    );
  }
  return (
    <div>
      <Typography variant="h6" component="h3" sx={{ pb: 1 }}>
        Needs attention
      </Typography>
      <Stack
        component="ul"
        spacing={1.25}
        divider={<Divider component="li" aria-hidden />}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {planes.map(plane => (
          <PlaneRow key={plane.uid} plane={plane} />
        ))}
      </Stack>
      {planes.length < all &&
        (href ? (
          <Button size="small" component={Link} to={href} sx={{ mt: 1 }}>
            Show all {all}
          </Button>
        ) : (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            and {all - planes.length} more
          </Typography>
        ))}
    </div>
  );
}
