import type { AgentLiveness } from '@openchoreo-planes/backstage-plugin-planes-common';

/** Whether two observations differ in more than their times. */
export function isLivenessChange(
  previous: AgentLiveness | undefined,
  next: AgentLiveness | undefined,
): boolean {
  return (
    previous?.connected !== next?.connected ||
    previous?.connectedAgents !== next?.connectedAgents ||
    previous?.authorised !== next?.authorised
  );
}
