import { Container, Header } from '@backstage/ui';
import Box from '@mui/material/Box';
import {
  PlanesList,
  usePlanesList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useMemo } from 'react';
import { listRefusal } from '../Notice';
import { FleetActions } from './FleetActions';
import { FleetContent } from './FleetContent';
import { FleetSkeleton } from './FleetSkeleton';
import { LiveLine } from './LiveLine';
import { FleetView, fleetQuery } from './view/fleetView';
import { ChangeFleetView, useFleetView } from './view/useFleetView';

interface BodyProps {
  list: PlanesList;
  view: FleetView;
  onChange: ChangeFleetView;
}

function Body(props: BodyProps) {
  const { value } = props.list;
  const refusal = listRefusal(props.list, 'The planes');
  if (refusal) {
    return refusal;
  }
  return value ? (
    <FleetContent {...props} response={value} />
  ) : (
    <FleetSkeleton />
  );
}

/** All planes: how many are in which state, those that need attention first, and filters to find any of them. */
export function FleetPage() {
  const [view, onChange] = useFleetView();
  const query = useMemo(() => fleetQuery(view), [view]);
  const list = usePlanesList(query);
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <Header
        title="Planes"
        customActions={<FleetActions list={list} query={query} />}
      />
      <Container>
        {/* Belongs to the title, which keeps its distance from what is below. */}
        <Box sx={{ mt: -3, pb: 2 }}>
          <LiveLine list={list} />
        </Box>
        <Body list={list} view={view} onChange={onChange} />
      </Container>
    </Box>
  );
}
