import { Entity, RELATION_DEPENDENCY_OF } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  ANNOTATION_CONTROL_PLANE,
  ANNOTATION_PLANE_ID,
  MAX_PLANES_PAGE,
  PlanesQuery,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  refusalStatus,
  usePlanes,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RefusalNotice } from '../Notice';
import { PlaneRow } from '../PlaneRow';

/** Asks for few planes more than those that share the agents: others may have the planeID, too. */
function queryOf({ metadata }: Entity): PlanesQuery {
  const controlPlane = metadata.annotations?.[ANNOTATION_CONTROL_PLANE];
  return {
    planeID: metadata.annotations?.[ANNOTATION_PLANE_ID],
    controlPlane: controlPlane ? [controlPlane] : undefined,
    limit: MAX_PLANES_PAGE,
  };
}

function Content() {
  const { entity } = useEntity();
  const { value, error, retry } = usePlanes(queryOf(entity));
  if (error && !value) {
    return (
      <RefusalNotice
        status={refusalStatus(error)}
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!value) {
    return <CardSkeleton lines={3} />;
  }
  const refs = new Set(
    (entity.relations ?? [])
      .filter(relation => relation.type === RELATION_DEPENDENCY_OF)
      .map(relation => relation.targetRef),
  );
  const planes = value.items.filter(plane => refs.has(plane.entityRef));
  if (planes.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        No plane uses these agents any more.
      </Typography>
    );
  }
  return (
    <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0 }}>
      {planes.map(plane => (
        <PlaneRow key={plane.uid} plane={plane} />
      ))}
    </Stack>
  );
}

/** The planes that share one pool of agents, with the state of each. */
export function PlaneClusterCard() {
  return (
    <EntityInfoCard title="Planes that share these agents">
      <Content />
    </EntityInfoCard>
  );
}
