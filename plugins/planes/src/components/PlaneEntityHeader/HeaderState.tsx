import Skeleton from '@mui/material/Skeleton';
import { PlaneStatus } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useLivePlane } from '../../live/useLivePlane';

const WITHOUT_STATE = {
  forbidden: 'Not permitted',
  gone: 'Gone',
  unavailable: 'Unknown',
};

/** The state in the head of the page. */
export function HeaderState() {
  const { live } = useLivePlane();
  switch (live.status) {
    case 'loading':
      return <Skeleton variant="rounded" width="7em" height="1.5em" />;
    case 'ready':
      return <PlaneStatus state={live.view.state.state} />;
    default:
      return <>{WITHOUT_STATE[live.status]}</>;
  }
}
