import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneRow } from '../PlaneRow';
import { planesNeedingAttention } from './planesNeedingAttention';

const SHOWN = 6;

/** The planes that somebody should look at, the worst first. */
export function Attention(props: { planes: readonly PlaneView[] }) {
  const planes = planesNeedingAttention(props.planes);
  if (planes.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        No plane needs attention.
      </Typography>
    );
  }
  const hidden = planes.length - SHOWN;
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
        {planes.slice(0, SHOWN).map(view => (
          <PlaneRow key={view.plane.uid} view={view} />
        ))}
      </Stack>
      {hidden > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ pt: 1.25 }}>
          And {hidden} more.
        </Typography>
      )}
    </div>
  );
}
