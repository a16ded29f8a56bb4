import { SimulatedPod } from '../SimulatedPod';
import { containersAt } from './containers';
import { PodRun, PodState } from './PodRun';
import { phaseAt } from './timeline';

const PREFIX = 'workflows.argoproj.io';

/** A pod, and how it was when it was looked at. */
export interface PodView {
  readonly pod: PodRun;
  readonly state: PodState;
}

/** The time, if it has come. */
function reached(time: number, now: number): number | undefined {
  return time <= now ? time : undefined;
}

function reasonAt(
  { pod, state }: PodView,
  now: number,
): Pick<SimulatedPod, 'reason' | 'message'> {
  const { scheduledAt, finishedAt, reason, message } = state.timeline;
  const { unschedulable } = pod.init.behaviour.sheet;
  if (now < scheduledAt && unschedulable) {
    return { reason: 'Unschedulable', message: unschedulable };
  }
  return now >= finishedAt ? { reason, message } : {};
}

/** A pod as it is at a time. */
export function describePod(
  view: PodView,
  workflow: string,
  now: number,
): SimulatedPod {
  const { pod, state } = view;
  const { node, template, onExit, hostNode, podIP } = pod.init;
  const { timeline, settled } = state;
  const isScheduled = timeline.scheduledAt <= now;
  return {
    name: pod.init.name,
    nodeId: node.id,
    nodeName: node.name,
    templateName: template.name,
    labels: {
      ...template.labels,
      [`${PREFIX}/completed`]: String(settled),
      [`${PREFIX}/workflow`]: workflow,
      ...(onExit ? { [`${PREFIX}/on-exit`]: 'true' } : {}),
    },
    annotations: {
      ...template.annotations,
      'kubectl.kubernetes.io/default-container':
        template.containers[0]?.name ?? 'main',
      [`${PREFIX}/node-id`]: node.id,
      [`${PREFIX}/node-name`]: node.name,
    },
    phase: phaseAt(timeline, now),
    ...reasonAt(view, now),
    createdAt: timeline.createdAt,
    scheduledAt: reached(timeline.scheduledAt, now),
    startedAt: reached(timeline.startedAt, now),
    finishedAt: reached(timeline.finishedAt, now),
    deletedAt: reached(timeline.deletedAt, now),
    hostNode: isScheduled ? hostNode : undefined,
    podIP: timeline.initStartedAt <= now ? podIP : undefined,
    containers: containersAt(pod, timeline, now),
  };
}
