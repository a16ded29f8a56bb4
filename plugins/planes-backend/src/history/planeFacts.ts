import type {
  AgentLiveness,
  GatewayStatus,
  Plane,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';

/** All that the inventory knows of a plane at one moment. */
export interface PlaneFacts {
  readonly plane: Plane;
  readonly source: SourceStatus | undefined;
  readonly gateway: GatewayStatus;
  readonly liveness: AgentLiveness | undefined;
}

/** What the inventory knows of a plane now. */
export function planeFacts(
  inventory: PlaneInventory,
  plane: Plane,
): PlaneFacts {
  return {
    plane,
    source: inventory.sourceOf(plane.ref),
    gateway: inventory.gatewayOf(plane.ref.controlPlane),
    liveness: inventory.livenessOf(plane.ref),
  };
}
