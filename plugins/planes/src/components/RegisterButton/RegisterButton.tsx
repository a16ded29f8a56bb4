import Button from '@mui/material/Button';
import { Theme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { planeCreatePermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiAddLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { RegisterAccess } from '../../live/useRegisterAccess';
import { useRegisterHref } from '../../live/useRegisterHref';

const LABEL = 'Register plane';
const ICON = <RiAddLine size="1em" aria-hidden />;

/** What the button says: one word where there is little room. */
function useText(): string {
  const small = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  return small ? 'Register' : LABEL;
}

/** Says why there is nothing to press. It keeps its place in the tab order, so that everybody can find that out. */
function MissingPermission(props: { text: string }) {
  return (
    <Tooltip
      describeChild
      title={`It needs the permission ${planeCreatePermission.name}. Ask those who run this portal for it.`}
    >
      <Button
        variant="contained"
        color="inherit"
        aria-disabled
        aria-label={LABEL}
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
        {props.text}
      </Button>
    </Tooltip>
  );
}

/** Leads to the form that registers a plane; nothing while the permission is checked, and in a portal without the form. */
export function RegisterButton(props: { access: RegisterAccess }) {
  const href = useRegisterHref();
  const text = useText();
  if (!href || props.access === 'checking') {
    return null;
  }
  if (props.access === 'missing') {
    return <MissingPermission text={text} />;
  }
  return (
    <Button
      variant="contained"
      component={Link}
      to={href}
      startIcon={ICON}
      aria-label={LABEL}
    >
      {text}
    </Button>
  );
}
