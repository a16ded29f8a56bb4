import { timestamp } from '../objects/ApiObject';
import { JsonObject } from '../objects/json';
import { agentName, agentNamespace, nameSuffix } from './agentNames';
import { agentPods, agentPodSpec } from './agentPods';
import { PlantedObject, plantedUid } from './PlantedObject';

/** An agent's Deployment in a cluster. */
export interface AgentWorkload {
  readonly planeType: string;
  readonly planeID: string;
  readonly agents: number;
  /** The first of its plane type in the cluster, which has the name that the Helm chart gives it. */
  readonly isFirst: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

function ownedBy(
  kind: 'Deployment' | 'ReplicaSet',
  namespace: string,
  name: string,
): JsonObject[] {
  const uid = plantedUid(`${kind.toLowerCase()}s`, namespace, name);
  return [
    {
      apiVersion: 'apps/v1',
      kind,
      name,
      uid,
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
}

function available(startedAt: number): JsonObject {
  return {
    type: 'Available',
    status: 'True',
    reason: 'MinimumReplicasAvailable',
    message: 'Deployment has minimum availability.',
    lastTransitionTime: timestamp(new Date(startedAt)),
  };
}

/** The Deployment of an agent with its ReplicaSet and its Pods, as the Helm chart of a plane installs them. */
export function agentWorkload(workload: AgentWorkload): PlantedObject[] {
  const { planeType, planeID, agents, isFirst, startedAt } = workload;
  const namespace = agentNamespace(planeType);
  const name = isFirst
    ? agentName(planeType)
    : `${agentName(planeType)}-${planeID}`;
  const labels = {
    app: 'cluster-agent',
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'openchoreo',
    'openchoreo.dev/plane-id': planeID,
  };
  const hash = nameSuffix(`${planeType}/${planeID}`, 9);
  const podLabels = { ...labels, 'pod-template-hash': hash };
  const replicaSet = `${name}-${hash}`;
  const podSpec = agentPodSpec(planeType, planeID);
  const spec = {
    replicas: agents,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: podSpec },
  };
  const status = {
    replicas: agents,
    readyReplicas: agents,
    availableReplicas: agents,
    observedGeneration: 1,
  };
  const common = { group: 'apps', namespace, createdAt: startedAt };
  return [
    {
      ...common,
      plural: 'deployments',
      name,
      labels,
      content: {
        spec: { ...spec, strategy: { type: 'RollingUpdate' } },
        status: {
          ...status,
          updatedReplicas: agents,
          conditions: [available(startedAt)],
        },
      },
    },
    {
      ...common,
      plural: 'replicasets',
      name: replicaSet,
      labels: podLabels,
      ownerReferences: ownedBy('Deployment', namespace, name),
      content: { spec, status },
    },
    ...agentPods(
      {
        namespace,
        replicaSet,
        labels: podLabels,
        ownerReferences: ownedBy('ReplicaSet', namespace, replicaSet),
        spec: podSpec,
        createdAt: startedAt,
      },
      agents,
    ),
  ];
}
