import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useState } from 'react';
import { PlaneRow } from '../PlaneRow';
import { planesNeedingAttention } from './planesNeedingAttention';

const FIRST = 6;

/** The planes that somebody should look at, the worst first. */
export function Attention(props: { planes: readonly PlaneView[] }) {
  const planes = planesNeedingAttention(props.planes);
  const [all, setAll] = useState(false);
  if (planes.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        No plane needs attention.
      </Typography>
    );
  }
  const shown = all ? planes : planes.slice(0, FIRST);
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
        {shown.map(view => (
          <PlaneRow key={view.plane.uid} view={view} />
        ))}
      </Stack>
      {shown.length < planes.length && (
        <Button size="small" onClick={() => setAll(true)} sx={{ mt: 1 }}>
          Show all {planes.length}
        </Button>
      )}
    </div>
  );
}
