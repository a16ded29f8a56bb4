import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  Code,
  CommandBlock,
  Fact,
  FactList,
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  NodePod,
  NodeResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ContainerRow } from './ContainerRow';

function Pod({ pod }: { pod: NodePod }) {
  return (
    <Box
      sx={{
        p: 2,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <FactList>
          <Fact label="Pod" wide>
            <Code>{pod.name}</Code>
          </Fact>
          <Fact label="Namespace">
            <Code>{pod.namespace}</Code>
          </Fact>
          {pod.phase && <Fact label="Phase">{pod.phase}</Fact>}
          {pod.nodeName && (
            <Fact label="Node">
              <Code>{pod.nodeName}</Code>
            </Fact>
          )}
          {pod.podIP && (
            <Fact label="Address">
              <Code>{pod.podIP}</Code>
            </Fact>
          )}
          {pod.createdAt && (
            <Fact label="Created">
              <RelativeTime time={pod.createdAt} />
            </Fact>
          )}
        </FactList>
        {(pod.reason || pod.message) && (
          <Box sx={{ mt: 2 }}>
            <Notice severity="warning" title={pod.reason ?? 'The pod says'}>
              {pod.message}
            </Notice>
          </Box>
        )}
        <Box sx={{ mt: 2 }}>
          <CommandBlock
            purpose="describe the pod"
            command={`kubectl -n ${pod.namespace} describe pod ${pod.name}`}
          />
        </Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="subtitle2" component="h4" sx={{ mb: 1 }}>
          Containers
        </Typography>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {pod.containers.map(container => (
            <ContainerRow key={container.name} container={container} />
          ))}
        </Box>
      </Box>
    </Box>
  );
}

/** The pod that did the work of a node, in the plane's cluster. */
export function PodTab({ details }: { details: NodeResponse }) {
  if (details.pod) {
    return <Pod pod={details.pod} />;
  }
  return (
    <Box sx={{ p: 2 }}>
      <Notice severity="info" title="There is no pod to show">
        {details.podProblem ?? 'This node does its work without a pod.'}
      </Notice>
    </Box>
  );
}
