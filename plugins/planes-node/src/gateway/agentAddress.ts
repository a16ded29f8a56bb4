import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { AgentAddress } from './types';

/** How the gateway knows the agents of a plane. @public */
export function agentAddress(plane: Plane): AgentAddress {
  return { planeType: plane.gatewayPlaneType, planeID: plane.planeID };
}
