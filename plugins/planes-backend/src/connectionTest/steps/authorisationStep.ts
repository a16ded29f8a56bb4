import {
  formatPlaneRef,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  agentAddress,
  tunnelAddress,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { notAuthorised, notConnected } from '../remedies/agentRemedies';
import { gatewayFailure } from '../remedies/gatewayFailure';
import type { GatewayStep, StepOutcome } from '../types';

/** Is the agent's certificate of this plane's agent CA? A Cluster kind's resource says "connected" even if it is not. */
export const authorisationStep: GatewayStep = {
  name: 'authorisation',
  contacts: 'gateway',
  title: plane => `Agent authorised for ${formatPlaneRef(plane.ref)}`,
  async run({ gateway, plane, signal }) {
    const [own, pool] = await Promise.all([
      gateway.getResource(tunnelAddress(plane), { signal }),
      gateway.getPlane(agentAddress(plane), { signal }),
    ]);
    if (!own.ok) {
      return gatewayFailure(plane, own.failure);
    }
    if (!pool.ok) {
      return gatewayFailure(plane, pool.failure);
    }
    return compare(
      plane,
      own.value.connectedAgents,
      pool.value.connectedAgents,
    );
  },
};

function compare(plane: Plane, authorised: number, all: number): StepOutcome {
  if (all === 0) {
    return {
      status: 'failed',
      evidence: 'The agent disconnected while the test ran.',
      remedy: notConnected(plane),
    };
  }
  if (authorised === 0) {
    return {
      status: 'failed',
      evidence: `An agent is connected for ${plane.gatewayPlaneType} "${
        plane.planeID
      }", but its certificate is not signed by the agent CA of this plane${caName(
        plane,
      )}, so the gateway refuses every request for it.`,
      remedy: notAuthorised(plane),
    };
  }
  if (authorised < all) {
    return {
      status: 'warning',
      evidence: `Only ${authorised} of ${all} connected agents have a certificate of this plane's agent CA${caName(
        plane,
      )}.`,
      remedy: notAuthorised(plane),
    };
  }
  const agents =
    all === 1
      ? "The agent's certificate is"
      : `The certificates of all ${all} agents are`;
  return {
    status: 'passed',
    evidence: `${agents} accepted for this plane.`,
  };
}

function caName({ agentCA }: Plane): string {
  if (agentCA.source === 'secret') {
    return ` (in Secret "${agentCA.secretKeyRef.name}")`;
  }
  const [lead] = agentCA.source === 'inline' ? agentCA.certificates : [];
  return lead ? ` ("${lead.subject}", SHA-256 ${lead.fingerprint})` : '';
}
