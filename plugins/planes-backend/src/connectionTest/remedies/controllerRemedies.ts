import type {
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { controllerLog, inspectGateway } from './gatewayCommands';
import { inControlPlane, kubectlPlane, shellWord } from './kubectl';

/** What to do where OpenChoreo's controller does not take over a plane, or a change of it. */
export function notAccepted(plane: Plane): Remedy {
  const { agentCA, ref } = plane;
  const [field, problem] =
    agentCA.source === 'none'
      ? ['spec.clusterAgent.clientCA', 'Give the plane an agent CA']
      : ['spec.clusterAgent', "See in the controllers' log what keeps them"];
  const namespace =
    agentCA.source === 'secret'
      ? agentCA.secretKeyRef.namespace ?? ref.namespace
      : undefined;
  return {
    text: `${problem}: they write nothing before the cluster gateway has taken over the plane, for which the gateway must run and be able to read the plane's agent CA.`,
    field,
    commands: [
      controllerLog(),
      ...(agentCA.source === 'secret' && namespace !== undefined
        ? [
            inControlPlane(
              'see whether the Secret with the agent CA exists, and has the key',
              `kubectl -n ${shellWord(namespace)} describe secret ${shellWord(
                agentCA.secretKeyRef.name,
              )}`,
            ),
          ]
        : []),
      ...inspectGateway,
    ],
  };
}

/** What to do where a plane is being deleted. */
export function pendingDeletion({ ref, planeType }: Plane): Remedy {
  return {
    text: 'Nothing, if the plane is to go. What keeps it are the finalizers of its resource; OpenChoreo removes its own when no environment of the namespace uses the plane and the cluster gateway is reachable. A deletion cannot be taken back.',
    field: 'metadata.finalizers',
    commands: [
      inControlPlane(
        'see what the deletion waits for',
        kubectlPlane(
          'get',
          ref,
          '-o',
          'jsonpath={.metadata.finalizers}{"\\n"}{.status.conditions}',
        ),
      ),
      ...(planeType === 'data' && ref.namespace !== undefined
        ? [
            inControlPlane(
              'see which environments use the plane',
              `kubectl -n ${shellWord(
                ref.namespace,
              )} get environments.openchoreo.dev`,
            ),
          ]
        : []),
      controllerLog(),
    ],
  };
}
