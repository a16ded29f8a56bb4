import {
  type AgentChart,
  agentChart,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { inPlane, type RemedyCommand } from './kubectl';

export { agentChart };

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
