import { planeKindInfo } from '../model/kinds';
import { AgentCA, Plane } from '../model/plane';
import { isEqual } from '../state/isEqual';
import { RegistrationProblem } from './RegistrationProblem';

function planeIDChanged(plane: Plane, current: Plane): RegistrationProblem {
  return {
    code: 'plane-id-changed',
    severity: 'warning',
    field: 'planeID',
    message: `The planeID changes from "${current.planeID}" to "${plane.planeID}": agents that were installed with "${current.planeID}" no longer serve this plane.`,
    remedy: `Install the agents again with the Helm value clusterAgent.planeID=${plane.planeID}, or keep "${current.planeID}".`,
  };
}

function agentCAChanged({ ref, agentCA }: Plane): RegistrationProblem {
  return {
    code: 'agent-ca-change-unnoticed',
    severity: 'warning',
    field:
      agentCA.source === 'secret'
        ? 'agentCA.secretKeyRef.name'
        : 'agentCA.value',
    message: `The cluster gateway does not notice that the agent CA of a ${ref.kind} changes: it goes by the old one until the agents connect again.`,
    remedy: 'Reconnect the agents after the change.',
  };
}

function identity(agentCA: AgentCA): unknown {
  return agentCA.source === 'inline'
    ? agentCA.certificates.map(({ fingerprint }) => fingerprint).sort()
    : agentCA;
}

/** What a change of a plane brings with it. */
export function changeProblems(
  plane: Plane,
  current: Plane,
): RegistrationProblem[] {
  const problems: RegistrationProblem[] = [];
  if (plane.planeID !== current.planeID) {
    problems.push(planeIDChanged(plane, current));
  }
  if (
    planeKindInfo(plane.ref.kind).scope === 'Cluster' &&
    plane.agentCA.source !== 'none' &&
    !isEqual(identity(plane.agentCA), identity(current.agentCA))
  ) {
    problems.push(agentCAChanged(plane));
  }
  return problems;
}
