import { SimulatedPod } from '../SimulatedPod';
import { containersAt } from './containers';
import { PodRun } from './PodRun';

const PREFIX = 'workflows.argoproj.io';

/** The time, if it has come. */
function reached(time: number, now: number): number | undefined {
  return time <= now ? time : undefined;
}

function reasonAt(
  pod: PodRun,
  now: number,
): Pick<SimulatedPod, 'reason' | 'message'> {
  const { scheduledAt, finishedAt, reason, message } = pod.timeline;
  const { unschedulable } = pod.behaviour;
  if (now < scheduledAt && unschedulable) {
    return { reason: 'Unschedulable', message: unschedulable };
  }
  return now >= finishedAt ? { reason, message } : {};
}

/** A pod as it is at a time. */
export function describePod(
  pod: PodRun,
  workflow: string,
  now: number,
): SimulatedPod {
  const { timeline, node, template } = pod;
  const scheduledAt = reached(timeline.scheduledAt, now);
  return {
    name: pod.name,
    nodeId: node.id,
    nodeName: node.name,
    templateName: template.name,
    labels: {
      ...template.labels,
      [`${PREFIX}/completed`]: String(pod.settled),
      [`${PREFIX}/workflow`]: workflow,
      ...(pod.onExit ? { [`${PREFIX}/on-exit`]: 'true' } : {}),
    },
    annotations: {
      ...template.annotations,
      'kubectl.kubernetes.io/default-container':
        template.containers[0]?.name ?? 'main',
      [`${PREFIX}/node-id`]: node.id,
      [`${PREFIX}/node-name`]: node.name,
    },
    phase: pod.phaseAt(now),
    ...reasonAt(pod, now),
    createdAt: timeline.createdAt,
    scheduledAt,
    startedAt: reached(timeline.startedAt, now),
    finishedAt: reached(timeline.finishedAt, now),
    deletedAt: reached(timeline.deletedAt, now),
    hostNode: scheduledAt === undefined ? undefined : pod.hostNode,
    podIP:
      reached(timeline.initStartedAt, now) === undefined
        ? undefined
        : pod.podIP,
    containers: containersAt(pod, now),
  };
}
