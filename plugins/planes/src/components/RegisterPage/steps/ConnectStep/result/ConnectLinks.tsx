import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useEntityHref } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegisterHref } from '../../../../../live/useRegisterHref';
import { useFleetHref } from '../../../../PlanesHomeWidget/useFleetHref';
import { useIsInCatalog } from './useIsInCatalog';

export interface ConnectLinksProps {
  entityRef: string;
  /** Nothing is left to do here, so opening the plane is what comes next. */
  finished: boolean;
}

/** Where one goes from here. */
export function ConnectLinks(props: ConnectLinksProps) {
  const { entityRef, finished } = props;
  const entityHref = useEntityHref();
  const isInCatalog = useIsInCatalog(entityRef);
  const registerHref = useRegisterHref();
  const fleetHref = useFleetHref()();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button
        variant={finished ? 'contained' : 'outlined'}
        component={Link}
        to={entityHref(entityRef)}
        disabled={!isInCatalog}
      >
        Open the plane
      </Button>
      {registerHref && (
        <Button variant="outlined" component={Link} to={registerHref}>
          Register another plane
        </Button>
      )}
      {fleetHref && (
        <Button variant="outlined" component={Link} to={fleetHref}>
          All planes
        </Button>
      )}
    </Box>
  );
}
