import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RegisterInvitation } from '../RegisterButton';

/** What to do where there are no planes. */
export function NoPlanes(props: { sources: readonly SourceStatus[] }) {
  if (props.sources.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        The portal knows no control plane. Name one under{' '}
        <Code>openchoreo.controlPlanes</Code> in its configuration.
      </Typography>
    );
  }
  return (
    <Stack spacing={1.5}>
      <Typography variant="body2" color="text.secondary">
        There are no planes yet. A plane appears here as soon as its resource is
        applied to the control plane.
      </Typography>
      <RegisterInvitation />
    </Stack>
  );
}
