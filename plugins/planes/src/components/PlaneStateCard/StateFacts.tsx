import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import { CopyableCode } from '../CopyButton';
import { Fact, FactList } from '../FactList';

const SOURCES: Record<PlaneView['state']['source'], string> = {
  resource: 'Plane resource',
  gateway: 'Cluster gateway',
};

export interface StateFactsProps {
  view: PlaneView;
  /** When the view came, in milliseconds of this browser's clock. */
  updatedAt: number;
}

function Agents(props: StateFactsProps) {
  const { plane, state } = props.view;
  const { access, agentConnection } = plane;
  if (access === 'credentials') {
    return <>None; reached with credentials</>;
  }
  if (!agentConnection) {
    return <>Not reported</>;
  }
  const { connectedAgents } = agentConnection;
  const agents = connectedAgents === 1 ? 'agent' : 'agents';
  const adverb = state.state === 'stale' ? 'when last heard of' : 'connected';
  return (
    <>
      {connectedAgents} {agents} {adverb}
    </>
  );
}

/** What the state is made of, and how old that is. */
export function StateFacts(props: StateFactsProps) {
  const { view, updatedAt } = props;
  const { source } = view;
  const { planeID, agentConnection } = view.plane;
  // A source that is not live tells nothing new, however often the portal is asked.
  const readAt = source.state === 'live' ? updatedAt : source.since;
  const heartbeat = agentConnection?.lastHeartbeatTime;
  return (
    <FactList columns={4}>
      <Fact label="Agents">
        <Agents {...props} />
      </Fact>
      <Fact label="Last heartbeat">
        {heartbeat ? <RelativeTime time={heartbeat} /> : 'Never'}
      </Fact>
      <Fact label="Source">
        {SOURCES[view.state.source]}, read <RelativeTime time={readAt} />
      </Fact>
      <Fact label="planeID">
        <CopyableCode text={planeID} label="planeID" />
      </Fact>
    </FactList>
  );
}
