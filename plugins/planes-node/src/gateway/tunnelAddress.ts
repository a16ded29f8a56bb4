import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentAddress } from './agentAddress';
import type { TunnelAddress } from './types';

/** How the gateway's tunnel addresses a plane's resource. @public */
export function tunnelAddress(plane: Plane): TunnelAddress {
  const { namespace, name } = plane.ref;
  return {
    ...agentAddress(plane),
    ...(namespace !== undefined && { namespace }),
    name,
  };
}
