import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Names the agents of a plane: planes with the same name share them all.
 *
 * @returns undefined for planes that are reached without agents
 */
export function agentPool(plane: Plane): string | undefined {
  return plane.access === 'agent'
    ? `${plane.ref.controlPlane}/${plane.gatewayPlaneType}/${plane.planeID}`
    : undefined;
}
