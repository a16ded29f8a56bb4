import { agentAddress } from '@openchoreo-planes/backstage-plugin-planes-node';
import { formatTime } from '../formatTime';
import { notConnected } from '../remedies/agentRemedies';
import { gatewayFailure } from '../remedies/gatewayFailure';
import type { GatewayContext, GatewayStep, StepOutcome } from '../types';

/** Is an agent connected for the plane's type and planeID? */
export const agentStep: GatewayStep = {
  name: 'agent',
  contacts: 'gateway',
  title: plane =>
    `Agent connected for ${plane.gatewayPlaneType} ${plane.planeID}`,
  async run(context) {
    const { gateway, plane, signal } = context;
    const outcome = await gateway.getPlane(agentAddress(plane), { signal });
    if (!outcome.ok) {
      return gatewayFailure(plane, outcome.failure);
    }
    const { connected, connectedAgents, lastSeen } = outcome.value;
    if (!connected) {
      return lost(context);
    }
    const agents =
      connectedAgents === 1
        ? '1 agent is connected'
        : `${connectedAgents} agents are connected`;
    const heard =
      lastSeen === undefined ? '' : `; last heard at ${formatTime(lastSeen)}`;
    return { status: 'passed', evidence: `${agents}${heard}.` };
  },
};

function lost({ plane, inventory }: GatewayContext): StepOutcome {
  const seen =
    inventory.livenessOf(plane.ref)?.lastSeen ??
    plane.agentConnection?.lastHeartbeatTime ??
    plane.agentConnection?.lastDisconnectedTime;
  const last =
    seen === undefined
      ? 'None was ever seen.'
      : `The last one was seen at ${formatTime(seen)}.`;
  return {
    status: 'failed',
    evidence: `No agent is connected for ${plane.gatewayPlaneType} "${plane.planeID}". ${last}`,
    remedy: notConnected(plane),
  };
}
