import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  Fact,
} from '@openchoreo-planes/backstage-plugin-planes-react';

function agents(view: PlaneView): string {
  const { plane, state, liveness } = view;
  if (plane.access === 'credentials') {
    return 'None; reached with credentials';
  }
  const connected =
    liveness?.connectedAgents ?? plane.agentConnection?.connectedAgents;
  if (connected === undefined) {
    return 'Not reported';
  }
  const count = countOf(connected, 'agent');
  if (state.state === 'stale') {
    return `${count} when last heard of`;
  }
  if (liveness?.authorised === false && connected > 0) {
    return `${count} connected, not authorised for this plane`;
  }
  return connected > 1 ? `${count} connected (HA)` : `${count} connected`;
}

/** How many agents are connected, by the gateway where it tells. */
export function AgentsFact(props: { view: PlaneView }) {
  return <Fact label="Agents">{agents(props.view)}</Fact>;
}
