import { ApiObject, timestamp } from '../../objects/ApiObject';
import { JsonObject, stringAt } from '../../objects/json';
import { uidOf } from '../../tls/ServerDirectory';
import { SimulatedContainer, SimulatedPod } from '../engine';

function time(milliseconds: number): string {
  return timestamp(new Date(milliseconds));
}

function stateOf({ current }: SimulatedContainer): JsonObject {
  switch (current.state) {
    case 'waiting':
      return {
        waiting: { reason: current.reason, message: current.message },
      };
    case 'running':
      return { running: { startedAt: time(current.startedAt) } };
    default:
      return {
        terminated: {
          exitCode: current.exitCode,
          reason: current.reason,
          message: current.message,
          startedAt: time(current.startedAt),
          finishedAt: time(current.finishedAt),
        },
      };
  }
}

function statusOf(container: SimulatedContainer): JsonObject {
  const { name, image, init, current, restarts } = container;
  const isRunning = current.state === 'running';
  const isDone = current.state === 'terminated' && current.exitCode === 0;
  return {
    name,
    image,
    imageID: current.state === 'waiting' ? '' : image,
    ready: isRunning || (init && isDone),
    started: isRunning,
    restartCount: restarts,
    state: stateOf(container),
    lastState: {},
  };
}

function specOf({ name, image, resources }: SimulatedContainer): JsonObject {
  return { name, image, resources };
}

/** A condition that came to be at a time, if it did. */
function condition(
  type: string,
  holds: boolean,
  since: number | undefined,
  why: { readonly reason?: string; readonly message?: string } = {},
): JsonObject[] {
  return since === undefined
    ? []
    : [
        {
          type,
          status: holds ? 'True' : 'False',
          ...(!holds && why),
          lastTransitionTime: time(since),
        },
      ];
}

function conditionsOf(pod: SimulatedPod): JsonObject[] {
  const { createdAt, scheduledAt, startedAt, finishedAt, phase } = pod;
  const isScheduled = scheduledAt !== undefined;
  const isReady = phase === 'Running';
  const readySince = finishedAt ?? startedAt ?? scheduledAt;
  const notReady = {
    reason: phase === 'Succeeded' ? 'PodCompleted' : 'ContainersNotReady',
  };
  return [
    ...condition('PodScheduled', isScheduled, scheduledAt ?? createdAt, {
      reason: pod.reason,
      message: pod.message,
    }),
    ...condition(
      'Initialized',
      startedAt !== undefined,
      startedAt ?? scheduledAt,
      { reason: 'ContainersNotInitialized' },
    ),
    ...condition('ContainersReady', isReady, readySince, notReady),
    ...condition('Ready', isReady, readySince, notReady),
  ];
}

/** The uid of a pod of a workflow: always the same. */
export function podUid(workflowUid: string, podName: string): string {
  return uidOf(`${workflowUid}/pods/${podName}`);
}

/** A pod of a workflow, as its cluster's API server shows it. */
export function podObject(workflow: ApiObject, pod: SimulatedPod): ApiObject {
  const { name, uid, namespace } = workflow.metadata;
  const containers = pod.containers.filter(({ init }) => !init);
  const initContainers = pod.containers.filter(({ init }) => init);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace,
      uid: podUid(uid, pod.name),
      creationTimestamp: time(pod.createdAt),
      labels: { ...pod.labels },
      annotations: { ...pod.annotations },
      ownerReferences: [
        {
          apiVersion: workflow.apiVersion,
          kind: workflow.kind,
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      serviceAccountName: stringAt(workflow.spec, 'serviceAccountName'),
      restartPolicy: 'Never',
      nodeName: pod.hostNode,
      initContainers: initContainers.map(specOf),
      containers: containers.map(specOf),
    },
    status: {
      phase: pod.phase,
      reason: pod.reason,
      message: pod.message,
      startTime:
        pod.scheduledAt === undefined ? undefined : time(pod.scheduledAt),
      podIP: pod.podIP,
      conditions: conditionsOf(pod),
      initContainerStatuses: initContainers.map(statusOf),
      containerStatuses: containers.map(statusOf),
    },
  };
}
