import type { GatewayPlaneType } from '@openchoreo-planes/backstage-plugin-planes-common';
import { inPlane, type RemedyCommand } from './kubectl';

/** How OpenChoreo's Helm charts call what belongs to a plane's agent, unless their values say otherwise. */
export interface AgentChart {
  readonly chart: string;
  readonly namespace: string;
  readonly deployment: string;
}

/** The names of a plane's agent, by the type under which it connects. */
export function agentChart(planeType: GatewayPlaneType): AgentChart {
  const release = `openchoreo-${planeType.replace(/plane$/, '-plane')}`;
  return {
    chart: release,
    namespace: release,
    deployment: `cluster-agent-${planeType}`,
  };
}

/** Shows the agent's pods. */
export function agentPods({ namespace }: AgentChart): RemedyCommand {
  return inPlane(
    'see whether the agent runs',
    `kubectl -n ${namespace} get pods -l app=cluster-agent`,
  );
}

/** Shows the end of the agent's log. */
export function agentLog({ namespace, deployment }: AgentChart): RemedyCommand {
  return inPlane(
    'read what the agent says',
    `kubectl -n ${namespace} logs deploy/${deployment} --tail=20`,
  );
}

/** Restarts the agent, so that it connects anew. */
export function agentRestart({
  namespace,
  deployment,
}: AgentChart): RemedyCommand {
  return inPlane(
    'restart the agent',
    `kubectl -n ${namespace} rollout restart deployment/${deployment}`,
  );
}
