import type {
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentChart } from './agentChart';
import { inPlane } from './kubectl';

/**
 * What to do where the service account of a plane's agent lacks a right.
 *
 * @param can - the right, in words of `kubectl auth can-i`
 */
export function agentRights(plane: Plane, can: string): Remedy {
  const { chart, namespace, deployment } = agentChart(plane.gatewayPlaneType);
  const account = `kubectl -n ${namespace} get deployment ${deployment} -o jsonpath='{.spec.template.spec.serviceAccountName}'`;
  return {
    text: `Grant the right to the service account of Deployment ${deployment}. The ClusterRole that Helm chart ${chart} makes for the agent ('clusterAgent.rbac.create: true') holds the rights that OpenChoreo needs: restore it, or add a role of your own.`,
    commands: [
      inPlane(
        'ask whether the agent has the right',
        `kubectl auth can-i ${can} --as="system:serviceaccount:${namespace}:$(${account})"`,
      ),
      inPlane(
        "see the agent's ClusterRole and what binds it",
        'kubectl get clusterroles,clusterrolebindings -l app.kubernetes.io/component=cluster-agent -o yaml',
      ),
    ],
  };
}
