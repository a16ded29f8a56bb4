import type {
  Finding,
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { replaceAgentCA } from './agentCARemedy';
import { agentChart } from './agentChart';
import { fixFinding } from './fixFinding';
import {
  inControlPlane,
  inPlane,
  patchPlane,
  type RemedyCommand,
  shellWord,
} from './kubectl';

/** What to do about a finding of the agent CA. */
export function fixAgentCA(plane: Plane, finding: Finding): Remedy {
  const remedy = fixFinding(plane, finding);
  return { ...remedy, commands: commands(plane, finding, remedy.commands) };
}

function commands(
  plane: Plane,
  { code }: Finding,
  edit: RemedyCommand[],
): RemedyCommand[] {
  const { agentCA, gatewayPlaneType, ref } = plane;
  switch (code) {
    case 'agent-ca-secret-without-namespace':
      return agentCA.source === 'secret'
        ? [
            inControlPlane(
              'find the namespace of the Secret',
              `kubectl get secrets --all-namespaces --field-selector ${shellWord(
                `metadata.name=${agentCA.secretKeyRef.name}`,
              )}`,
            ),
            ...edit,
          ]
        : edit;
    case 'agent-ca-both-sources':
      return [
        inControlPlane(
          'remove the reference to the Secret',
          // Releases before v1.0 call it secretRef; what is absent stays so.
          patchPlane(ref, {
            clusterAgent: { clientCA: { secretKeyRef: null, secretRef: null } },
          }),
        ),
      ];
    case 'agent-ca-leaf': {
      const { namespace, deployment } = agentChart(gatewayPlaneType);
      return [
        inPlane(
          "see when the agent's certificate is renewed",
          `kubectl -n ${namespace} describe certificate ${deployment}-tls`,
        ),
        ...replaceAgentCA(plane),
      ];
    }
    default:
      return replaceAgentCA(plane);
  }
}
