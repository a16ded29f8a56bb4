import {
  type Plane,
  planeKindInfo,
  type Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { replaceAgentCA, showAgentCA } from './agentCARemedy';
import { agentChart, agentLog, agentPods } from './agentChart';
import { inPlane } from './kubectl';

/** What to do where no agent is connected for a plane's type and planeID. */
export function notConnected(plane: Plane): Remedy {
  const chart = agentChart(plane.gatewayPlaneType);
  const { namespace, deployment } = chart;
  return {
    text: `See whether the agent runs and what it logs: 'websocket: bad handshake' means that the gateway refused its certificate or knows no plane of its planeID, 'x509: ...' that the agent does not trust the gateway's certificate, 'connection refused' or 'i/o timeout' that it cannot reach the gateway. The Helm value 'clusterAgent.planeID' must be "${plane.planeID}", with a capital D: the chart ignores 'planeId' without a word.`,
    field: 'clusterAgent.planeID',
    commands: [
      agentPods(chart),
      agentLog(chart),
      inPlane(
        `see which planeID the agent gives; it must be ${plane.planeID}`,
        `kubectl -n ${namespace} get deployment ${deployment} -o jsonpath='{.spec.template.spec.containers[0].args}'`,
      ),
    ],
  };
}

/** What to do where an agent is connected whose certificate is not of the plane's agent CA. */
export function notAuthorised(plane: Plane): Remedy {
  const isCluster = planeKindInfo(plane.ref.kind).scope === 'Cluster';
  const restart =
    isCluster || plane.agentCA.source === 'secret'
      ? ' Then restart the agent: the gateway looks at such a change only when an agent connects.'
      : '';
  return {
    text: `Compare the plane's agent CA with the CA that signed the agent's certificate. Where they differ and the agent is the right one, give the plane the agent's CA.${restart}`,
    field: 'spec.clusterAgent.clientCA',
    commands: [showAgentCA(plane), ...replaceAgentCA(plane)],
  };
}
