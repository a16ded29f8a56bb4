import Box from '@mui/material/Box';
import {
  CardSkeleton,
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  ArgoNode,
  NodeResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';
import { EventsTab } from './events/EventsTab';
import { NodeLog } from './NodeLog';
import { PodTab } from './pod/PodTab';
import { DetailsParams, DetailsTab } from './useDetailsParams';
import { useNode } from './useNode';
import { ValuesTab } from './values/ValuesTab';

export interface NodeDetailsTabProps {
  uid: string;
  node: ArgoNode;
  label: string;
  params: DetailsParams;
}

function OfNode(
  props: Pick<NodeDetailsTabProps, 'uid' | 'node'> & {
    children: (details: NodeResponse) => ReactNode;
  },
) {
  const { value, error, retry } = useNode(props.uid, props.node);
  if (!value && !error) {
    return (
      <Box sx={{ p: 2 }}>
        <CardSkeleton lines={5} />
      </Box>
    );
  }
  return (
    <>
      {error && (
        <Box sx={{ p: 2 }}>
          <Notice
            severity={value ? 'warning' : 'error'}
            title="The node cannot be read from its plane"
            onRetry={retry}
          >
            {errorMessage(error)}
          </Notice>
        </Box>
      )}
      {value && props.children(value)}
    </>
  );
}

/** What each tab of a node shows. */
export function NodeDetailsTab(
  props: NodeDetailsTabProps & { tab: DetailsTab },
) {
  const { uid, node, label, params, tab } = props;
  switch (tab) {
    case 'logs':
      return (
        <NodeLog uid={uid} nodeId={node.id} label={label} params={params} />
      );
    case 'values':
      return (
        <OfNode uid={uid} node={node}>
          {details => <ValuesTab details={details} />}
        </OfNode>
      );
    case 'pod':
      return (
        <OfNode uid={uid} node={node}>
          {details => <PodTab details={details} />}
        </OfNode>
      );
    default:
      return <EventsTab uid={uid} nodeId={node.id} />;
  }
}
