import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { PlanesResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  PlanesList,
  useEntityHref,
  useHeldList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useMemo } from 'react';
import { FleetList } from './list/FleetList';
import { holdPlanes } from './list/holdPlanes';
import { placePlanes } from './list/placePlanes';
import { sectionsOf } from './list/sections';
import { DEFAULT_GROUP, FleetLayout } from './view/fleetView';

export interface FleetPlanesProps {
  list: PlanesList;
  response: PlanesResponse;
  layout?: FleetLayout;
}

/** The planes in their groups, which keep their places while somebody points at them. */
export function FleetPlanes(props: FleetPlanesProps) {
  const { list, response, layout } = props;
  const { query, want } = list;
  const hrefOf = useEntityHref();
  const latest = useMemo(
    () => placePlanes(response.items, query.group ?? DEFAULT_GROUP),
    [response, query],
  );
  const { items, waiting, hold, release, update } = useHeldList({
    latest,
    list: query,
    hold: holdPlanes,
  });
  const sections = useMemo(
    () => sectionsOf(items, response, query, layout),
    [items, response, query, layout],
  );
  const loaded = response.items.length;
  const onWant = useCallback(
    (pending: number) => want(loaded + pending),
    [want, loaded],
  );
  return (
    <>
      {waiting > 0 && (
        // Without a height of its own, so that nothing moves for it.
        <Box sx={{ position: 'sticky', top: 8, height: 0, zIndex: 2 }}>
          <Button variant="contained" size="small" onClick={update}>
            {countOf(waiting, 'plane')} changed: update the order
          </Button>
        </Box>
      )}
      <FleetList
        sections={sections}
        pending={Math.max(0, response.totalItems - loaded)}
        outdated={list.outdated}
        onWant={onWant}
        onHold={hold}
        onRelease={release}
        hrefOf={hrefOf}
      />
    </>
  );
}
