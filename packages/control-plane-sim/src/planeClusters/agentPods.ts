import { timestamp } from '../objects/ApiObject';
import { JsonObject } from '../objects/json';
import { agentName, nameSuffix } from './agentNames';
import { PlantedObject } from './PlantedObject';

const IMAGE = 'ghcr.io/openchoreo/cluster-agent:v1.2.3';
const CONTAINER = 'cluster-agent';

/** `spec` of an agent's Pods. */
export function agentPodSpec(planeType: string, planeID: string): JsonObject {
  return {
    serviceAccountName: agentName(planeType),
    containers: [
      {
        name: CONTAINER,
        image: IMAGE,
        args: [
          '--server-url=wss://cluster-gateway.openchoreo.example:443/ws',
          `--plane-type=${planeType}`,
          `--plane-id=${planeID}`,
        ],
        resources: {
          limits: { cpu: '200m', memory: '256Mi' },
          requests: { cpu: '50m', memory: '64Mi' },
        },
      },
    ],
  };
}

function podStatus(index: number, startedAt: number): JsonObject {
  const time = timestamp(new Date(startedAt));
  return {
    phase: 'Running',
    podIP: `10.42.0.${20 + index}`,
    hostIP: `172.18.0.${3 + index}`,
    startTime: time,
    qosClass: 'Burstable',
    conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map(
      type => ({ type, status: 'True', lastTransitionTime: time }),
    ),
    containerStatuses: [
      {
        name: CONTAINER,
        image: IMAGE,
        imageID: IMAGE,
        ready: true,
        started: true,
        restartCount: 0,
        state: { running: { startedAt: time } },
      },
    ],
  };
}

/** The Pods of an agent, and what they use. */
export function agentPods(
  owner: Pick<PlantedObject, 'namespace' | 'labels' | 'ownerReferences'> & {
    readonly replicaSet: string;
    readonly spec: JsonObject;
    readonly createdAt: number;
  },
  count: number,
): PlantedObject[] {
  const { replicaSet, spec, createdAt, namespace, labels, ownerReferences } =
    owner;
  return Array.from({ length: count }, (_, index) => {
    const name = `${replicaSet}-${nameSuffix(`${replicaSet}/${index}`, 5)}`;
    const pod = { plural: 'pods', namespace, name, labels, createdAt };
    return [
      {
        ...pod,
        group: '',
        ownerReferences,
        content: {
          spec: { ...spec, nodeName: `node-${index + 1}` },
          status: podStatus(index, createdAt),
        },
      },
      {
        ...pod,
        group: 'metrics.k8s.io',
        content: {
          timestamp: timestamp(),
          window: '15s',
          containers: [
            { name: CONTAINER, usage: { cpu: '4m', memory: '31Mi' } },
          ],
        },
      },
    ];
  }).flat();
}
