import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  formatPlaneRef,
  PlaneLink as Link,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneLink } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useState } from 'react';

const FIRST = 8;

export interface PlaneLinksProps {
  heading: string;
  note: string;
  planes: readonly Link[];
}

/** A list of links to planes: the first few, and all of them on request. */
export function PlaneLinks(props: PlaneLinksProps) {
  const { heading, note, planes } = props;
  const [all, setAll] = useState(false);
  const shown = all ? planes : planes.slice(0, FIRST);
  return (
    <div>
      <Typography variant="body2" component="h4" fontWeight="fontWeightMedium">
        {heading} ({planes.length})
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {note}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none' }}>
        {shown.map(plane => (
          <Typography key={plane.entityRef} component="li" variant="body2">
            <PlaneLink entityRef={plane.entityRef} title={plane.title} />{' '}
            <Typography
              component="span"
              variant="caption"
              color="text.secondary"
            >
              {formatPlaneRef(plane.ref)}
            </Typography>
          </Typography>
        ))}
      </Box>
      {shown.length < planes.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {planes.length}
        </Button>
      )}
    </div>
  );
}
