import {
  type Finding,
  type Plane,
  planeFindings,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { formatDay } from '../formatTime';
import { gravest } from '../gravest';
import { fixAgentCA } from '../remedies/fixAgentCA';
import type { LocalStep, StepOutcome } from '../types';
import { WITHOUT_AGENT } from '../whyNotTried';

/** Can the gateway read the CA that the plane names for its agents, and tell agents by it? */
export const agentCAStep: LocalStep = {
  name: 'agent-ca',
  contacts: 'nobody',
  title: () => 'Agent CA',
  run({ plane, fleet, clock }) {
    if (plane.access === 'credentials') {
      return { status: 'skipped', evidence: WITHOUT_AGENT };
    }
    const problems = planeFindings(plane, clock(), fleet)
      .filter(isAgentCAFinding)
      .map(finding => toOutcome(plane, finding));
    return gravest(problems) ?? readable(plane);
  },
};

/** Whether a finding is about the agent CA. */
export function isAgentCAFinding({ code }: Finding): boolean {
  return code.startsWith('agent-ca-');
}

function toOutcome(plane: Plane, finding: Finding): StepOutcome {
  // The gateway looks nowhere then, so that no agent is authorised.
  const isFatal =
    finding.severity === 'error' ||
    finding.code === 'agent-ca-secret-without-namespace';
  return {
    status: isFatal ? 'failed' : 'warning',
    evidence: finding.message,
    remedy: fixAgentCA(plane, finding),
  };
}

function readable({ agentCA, ref }: Plane): StepOutcome {
  if (agentCA.source === 'inline' && agentCA.certificates.length > 0) {
    const [{ subject, fingerprint, notAfter }] = agentCA.certificates;
    return {
      status: 'passed',
      evidence: `The agent CA "${subject}" is valid until ${formatDay(
        notAfter,
      )}; its SHA-256 fingerprint is ${fingerprint}.`,
    };
  }
  if (agentCA.source === 'secret') {
    const { name, key, namespace = ref.namespace } = agentCA.secretKeyRef;
    return {
      status: 'passed',
      evidence: `The agent CA is in key "${key}" of Secret "${name}" in namespace "${namespace}", which the portal does not read. Whether the gateway can use it shows when an agent is authorised.`,
    };
  }
  return { status: 'passed', evidence: 'Nothing is wrong with the agent CA.' };
}
