import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Fact,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** The gateway tells in seconds what the resource tells within a minute, but forgets it with the connection. */
function lastHeartbeat(view: PlaneView): number | undefined {
  const times = [
    view.liveness?.lastSeen,
    view.plane.agentConnection?.lastHeartbeatTime,
  ].flatMap(time => (time ? Date.parse(time) : []));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** When an agent of the plane was last heard. */
export function HeartbeatFact(props: { view: PlaneView }) {
  const time = lastHeartbeat(props.view);
  return (
    <Fact label="Last heartbeat">
      {time === undefined ? 'Never' : <RelativeTime time={time} />}
    </Fact>
  );
}
