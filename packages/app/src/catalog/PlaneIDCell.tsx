import { Entity } from '@backstage/catalog-model';
import Box from '@mui/material/Box';
import { ANNOTATION_PLANE_ID } from '@openchoreo-planes/backstage-plugin-planes-common';

/** The planeID of a plane's entity; nothing for any other entity. */
export function PlaneIDCell(props: { entity: Entity }) {
  const planeID = props.entity.metadata.annotations?.[ANNOTATION_PLANE_ID];
  return (
    <Box component="code" sx={{ fontFamily: 'monospace' }}>
      {planeID}
    </Box>
  );
}
