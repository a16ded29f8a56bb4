import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import {
  Code,
  useEntityHref,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReconnectDialog } from '../ReconnectDialog';
import { ConnectStep } from '../RegisterPage/steps/ConnectStep';

export interface SavedViewProps {
  uid: string;
  result: RegistrationResult;
  /** The portal wrote the change; else the reader has. */
  written: boolean;
}

/** The change is written, and concerns how the plane's agents identify themselves: what there is to do now. */
export function SavedView(props: SavedViewProps) {
  const { uid, result, written } = props;
  const { title, entityRef } = result.plane;
  const planeHref = useEntityHref()(entityRef);
  const [reconnecting, setReconnecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack spacing={2} sx={{ maxWidth: 720 }}>
      <Typography
        ref={heading}
        tabIndex={-1}
        variant="h5"
        component="h3"
        sx={{ outline: 'none' }}
      >
        {title} {written ? 'is saved' : 'has changed'}
      </Typography>
      <Typography variant="body2">
        Its planeID or agent CA has changed. Agents that are connected may stay
        so although they no longer match, until they dial in again. Reconnect
        them to know now.
      </Typography>
      <Typography variant="body2" color="text.secondary">
        Where the planeID has changed, first install the agent anew with the
        same Helm value <Code>clusterAgent.planeID</Code>.
      </Typography>
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
        <Button variant="contained" onClick={() => setReconnecting(true)}>
          Reconnect agents
        </Button>
        <Button component={Link} to={planeHref}>
          Open {title}
        </Button>
      </Stack>
      <ConnectStep uid={uid} />
      {reconnecting && (
        <ReconnectDialog uid={uid} onClose={() => setReconnecting(false)} />
      )}
    </Stack>
  );
}
