import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  CopyableCode,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RegisterInvitation } from '../RegisterButton';

const DOCUMENTATION = 'https://openchoreo.dev/docs/';
const LIST_COMMAND =
  'kubectl get dataplanes,workflowplanes,observabilityplanes,clusterdataplanes,clusterworkflowplanes,clusterobservabilityplanes --all-namespaces';

/** What a plane is and how to come by one, where there is none. */
export function EmptyFleet(props: { sources: readonly SourceStatus[] }) {
  return (
    <Stack spacing={1.5} sx={{ maxWidth: 720, py: 3 }}>
      <Typography variant="h5" component="h3">
        There are no planes yet
      </Typography>
      <Typography variant="body2">
        A plane is a Kubernetes cluster that OpenChoreo deploys to, builds in or
        observes. An agent in the cluster connects it to the control plane.
      </Typography>
      {props.sources.length === 0 ? (
        <Typography variant="body2">
          The portal knows no control plane. Name one under{' '}
          <Code>openchoreo.controlPlanes</Code> in its configuration.
        </Typography>
      ) : (
        <>
          <RegisterInvitation />
          <Typography variant="body2">
            A plane appears here as soon as its resource is applied to the
            control plane. To see what the control plane has:
          </Typography>
          <CopyableCode text={LIST_COMMAND} label="command" />
        </>
      )}
      <Typography variant="body2">
        <Link href={DOCUMENTATION} target="_blank" rel="noopener noreferrer">
          How to add a plane, in the documentation of OpenChoreo
        </Link>
      </Typography>
    </Stack>
  );
}
