import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  Code,
  CopyableCode,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunSourceStatus } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const DOCUMENTATION = 'https://openchoreo.dev/docs/';
const LIST_COMMAND = 'kubectl get workflowruns --all-namespaces';

export interface NoRunsProps {
  sources: readonly RunSourceStatus[];
  /** The list is of one entity, others may have runs. */
  isScoped: boolean;
}

/** What a run is and how to come by one, where there is none. */
export function NoRuns(props: NoRunsProps) {
  const { sources, isScoped } = props;
  return (
    <Stack spacing={1.5} sx={{ maxWidth: 720, py: 3 }}>
      <Typography variant="h5" component="h3">
        {isScoped
          ? 'There are no runs of this yet'
          : 'There are no workflow runs yet'}
      </Typography>
      <Typography variant="body2">
        A run is one execution of a workflow on a workflow plane: a build, for
        example. It is a WorkflowRun in the control plane, and an Argo workflow
        in the cluster of the plane.
      </Typography>
      {sources.length === 0 ? (
        <Typography variant="body2">
          The portal knows no control plane. Name one under{' '}
          <Code>openchoreo.controlPlanes</Code> in its configuration.
        </Typography>
      ) : (
        <>
          <Typography variant="body2">
            A run appears here as soon as its resource is created. To see what
            the control plane has:
          </Typography>
          <CopyableCode text={LIST_COMMAND} label="command" />
        </>
      )}
      <Typography variant="body2">
        <Link href={DOCUMENTATION} target="_blank" rel="noopener noreferrer">
          How to run a workflow, in the documentation of OpenChoreo
        </Link>
      </Typography>
    </Stack>
  );
}
