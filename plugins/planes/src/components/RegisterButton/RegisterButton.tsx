import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { planeCreatePermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiAddLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { RegisterAccess } from '../../live/useRegisterAccess';
import { useRegisterHref } from '../../live/useRegisterHref';

const LABEL = 'Register plane';
const ICON = <RiAddLine size="1em" aria-hidden />;

/** Says why there is nothing to press. It keeps its place in the tab order, so that everybody can find that out. */
function MissingPermission() {
  return (
    <Tooltip
      describeChild
      title={`It needs the permission ${planeCreatePermission.name}. Ask those who run this portal for it.`}
    >
      <Button
        variant="contained"
        color="inherit"
        aria-disabled
        disableRipple
        startIcon={ICON}
        sx={{
          '&, &:hover': {
            color: 'action.disabled',
            backgroundColor: 'action.disabledBackground',
            boxShadow: 'none',
            cursor: 'not-allowed',
          },
        }}
      >
        {LABEL}
      </Button>
    </Tooltip>
  );
}

/** Leads to the form that registers a plane; nothing while the permission is checked, and in a portal without the form. */
export function RegisterButton(props: { access: RegisterAccess }) {
  const href = useRegisterHref();
  if (!href || props.access === 'checking') {
    return null;
  }
  if (props.access === 'missing') {
    return <MissingPermission />;
  }
  return (
    <Button variant="contained" component={Link} to={href} startIcon={ICON}>
      {LABEL}
    </Button>
  );
}
