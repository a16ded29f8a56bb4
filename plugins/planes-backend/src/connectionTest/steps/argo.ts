import { tunnelAddress } from '@openchoreo-planes/backstage-plugin-planes-node';
import { agentChart } from '../remedies/agentChart';
import { agentRights } from '../remedies/agentRights';
import { gatewayFailure } from '../remedies/gatewayFailure';
import { inPlane } from '../remedies/kubectl';
import { sentence } from '../sentence';
import type { GatewayContext, StepOutcome } from '../types';

const ARGO_API = ['apis', 'argoproj.io', 'v1alpha1'];
/** Names and labels alone: the workflows themselves may be large, and hold what is nobody's business here. */
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** Looks whether Argo Workflows is installed, and whether the agent may list its workflows. */
export async function checkArgo(context: GatewayContext): Promise<StepOutcome> {
  const { gateway, plane, signal } = context;
  const outcome = await gateway.get(
    tunnelAddress(plane),
    {
      path: [...ARGO_API, 'workflows'],
      query: { limit: '1' },
      accept: METADATA_ONLY,
    },
    { signal },
  );
  if (outcome.ok) {
    return {
      status: 'passed',
      evidence:
        'Argo Workflows is installed, and the agent may list its workflows.',
    };
  }
  const { failure } = outcome;
  switch (failure.reason) {
    case 'not-found':
      return notInstalled(context);
    case 'forbidden':
      return {
        status: 'failed',
        evidence: `The agent may not list the workflows of Argo. ${sentence(
          failure.message,
        )}`,
        remedy: agentRights(
          plane,
          'list workflows.argoproj.io --all-namespaces',
        ),
      };
    default:
      return gatewayFailure(plane, failure);
  }
}

function notInstalled({ plane }: GatewayContext): StepOutcome {
  const { chart, namespace } = agentChart(plane.gatewayPlaneType);
  return {
    status: 'failed',
    evidence:
      'The cluster does not serve workflows.argoproj.io: the CRDs of Argo Workflows are missing.',
    remedy: {
      text: `Install Argo Workflows with its CRDs in the cluster of the plane. Helm chart ${chart} brings both: see whether its release is complete, and upgrade it to the release it has.`,
      commands: [
        inPlane(
          'see whether the CRD exists',
          'kubectl get crd workflows.argoproj.io',
        ),
        inPlane(
          'see the state of the release',
          `helm status ${chart} --namespace ${namespace}`,
        ),
        inPlane(
          "see whether Argo's controller runs",
          'kubectl get pods --all-namespaces -l app.kubernetes.io/part-of=argo-workflows',
        ),
      ],
    },
  };
}
