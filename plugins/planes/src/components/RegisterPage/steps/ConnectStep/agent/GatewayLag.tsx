import { GatewayStatus } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code, Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { GatewayNotice } from '../../../../PlaneStateCard';

/** Why what is shown of the agent may be late; nothing where the cluster gateway tells at once. */
export function GatewayLag(props: { gateway: GatewayStatus }) {
  const { gateway } = props;
  return gateway.state === 'not-configured' ? (
    <Notice
      severity="info"
      title="The agent may be connected up to a minute before this page shows it."
    >
      The portal is not told where the cluster gateway of control plane{' '}
      {gateway.controlPlane} is, so it reads the plane's resource, which
      OpenChoreo brings up to date once a minute. Those who run this portal can
      set <Code>openchoreo.controlPlanes[].gateway.url</Code>.
    </Notice>
  ) : (
    <GatewayNotice gateway={gateway} />
  );
}
