import type {
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailureReason } from '@openchoreo-planes/backstage-plugin-planes-node';
import { agentChart, agentLog, agentPods, agentRestart } from './agentChart';
import { notAuthorised, notConnected } from './agentRemedies';
import { agentRights } from './agentRights';
import { gatewayLog } from './gatewayCommands';
import { inControlPlane, inPlane, kubectlPlane } from './kubectl';

const API_SERVER_READY = inPlane(
  'see whether the API server is ready',
  "kubectl get --raw '/readyz?verbose'",
);

/** What to do about what goes wrong behind the gateway: with the agent, or with the cluster's Kubernetes API. */
export const planeRemedies = {
  'invalid-address': ({ ref }) => ({
    text: 'Correct the planeID: lower-case letters, digits and "-", at most 63 characters.',
    field: 'spec.planeID',
    commands: [inControlPlane('edit the plane', kubectlPlane('edit', ref))],
  }),
  'no-agent': notConnected,
  'not-authorised': notAuthorised,
  'tunnel-timeout': plane => {
    const chart = agentChart(plane.gatewayPlaneType);
    return {
      text: "The agent hangs: restart it. If that does not help, see whether its cluster's API server answers.",
      commands: [agentRestart(chart), agentPods(chart), agentLog(chart)],
    };
  },
  'tunnel-broken': plane => {
    const chart = agentChart(plane.gatewayPlaneType);
    return {
      text: 'The agent dials in again after 5 seconds: run the test again. If it stays so, look for restarts of the agent, and for proxies that cut idle connections.',
      commands: [agentPods(chart), agentLog(chart), gatewayLog()],
    };
  },
  'target-unreachable': plane => {
    const chart = agentChart(plane.gatewayPlaneType);
    return {
      text: "Make the cluster's API server reachable from the agent's pod: see whether the server is ready, and whether a network policy keeps the agent from it.",
      commands: [
        API_SERVER_READY,
        inPlane(
          "see what restricts the agent's traffic",
          `kubectl -n ${chart.namespace} get networkpolicies`,
        ),
        agentLog(chart),
      ],
    };
  },
  'target-unknown': strangeAgent,
  forbidden: plane => agentRights(plane, '--list'),
  'not-found': strangeAgent,
  'kubernetes-error': () => ({
    text: "See whether the API server of the plane's cluster is well, and run the test again.",
    commands: [API_SERVER_READY],
  }),
} satisfies Partial<Record<GatewayFailureReason, (plane: Plane) => Remedy>>;

/** What to do where an agent answers, but not as agents of OpenChoreo do. */
function strangeAgent(plane: Plane): Remedy {
  const chart = agentChart(plane.gatewayPlaneType);
  return {
    text: 'See which program connects as the agent of this plane, to which API server it talks, and whether its release fits that of the control plane.',
    commands: [agentPods(chart), agentLog(chart)],
  };
}
