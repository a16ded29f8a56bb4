import { Plane } from '../model/plane';
import { formatTime } from './time';

/** The plane with the times that OpenChoreo and Kubernetes wrote told by our clock, where theirs is ahead of it. */
export function inOurTime(plane: Plane, aheadMs: number): Plane {
  if (aheadMs === 0) {
    return plane;
  }
  const ours = (time: string | undefined) =>
    time && formatTime(new Date(Date.parse(time) - aheadMs));
  const { agentConnection, conditions } = plane;
  return {
    ...plane,
    creationTimestamp: ours(plane.creationTimestamp),
    deletionTimestamp: ours(plane.deletionTimestamp),
    conditions: conditions.map(condition => ({
      ...condition,
      lastTransitionTime: ours(condition.lastTransitionTime),
    })),
    agentConnection: agentConnection && {
      ...agentConnection,
      lastConnectedTime: ours(agentConnection.lastConnectedTime),
      lastDisconnectedTime: ours(agentConnection.lastDisconnectedTime),
      lastHeartbeatTime: ours(agentConnection.lastHeartbeatTime),
    },
  };
}
