import { GatewayStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

function Since(props: { time?: string }) {
  return props.time ? (
    <>
      {' '}
      since <RelativeTime time={props.time} />
    </>
  ) : null;
}

/** Says that the cluster gateway cannot be asked, what that means, and what to do. */
export function GatewayNotice(props: { gateway: GatewayStatus }) {
  const { state, controlPlane, since, error } = props.gateway;
  const reason = error && `${error.replace(/\.$/, '')}.`;
  switch (state) {
    case 'unreachable':
      return (
        <Notice
          severity="warning"
          title={
            <>
              The cluster gateway of the control plane {controlPlane} has not
              answered
              <Since time={since} />.
            </>
          }
        >
          Until it does, the state is that of the plane's resource, which stands
          still while the gateway is down. {reason} See whether the gateway
          runs, and whether the portal reaches the address in{' '}
          <Code>openchoreo.controlPlanes[].gateway.url</Code>.
        </Notice>
      );
    case 'refused':
      return (
        <Notice
          severity="warning"
          title={
            <>
              The cluster gateway of the control plane {controlPlane} and the
              portal do not accept each other's certificates
              <Since time={since} />.
            </>
          }
        >
          {reason ?? "That is the portal's configuration, not the plane."} Until
          it is mended, the state is that of the plane's resource, up to a
          minute old.
        </Notice>
      );
    default:
      return null;
  }
}
