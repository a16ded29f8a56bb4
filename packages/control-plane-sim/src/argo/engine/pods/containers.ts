import { ContainerState, SimulatedContainer } from '../SimulatedPod';
import { ContainerSpec } from '../spec/Template';
import { PodRun } from './PodRun';
import { PodTimeline } from './timeline';

/** What Argo puts beside the containers of a template. */
const EXECUTOR: ContainerSpec = {
  name: '',
  image: 'quay.io/argoproj/argoexec:latest',
  resources: {},
  dependencies: [],
};
const COMPLETED = { exitCode: 0, reason: 'Completed' };

/** A container from its start to its end. */
export interface ContainerSpan {
  readonly name: string;
  readonly spec: ContainerSpec;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
}

/** The containers of a pod: `init`, `wait`, then those of the template. */
export function containerSpans(
  pod: PodRun,
  timeline: PodTimeline,
): ContainerSpan[] {
  const { startedAt, finishedAt, initStartedAt, initFinishedAt } = timeline;
  const beside = { startedAt, finishedAt, ...COMPLETED };
  return [
    {
      name: 'init',
      spec: EXECUTOR,
      startedAt: initStartedAt,
      finishedAt: initFinishedAt,
      ...COMPLETED,
    },
    { name: 'wait', spec: EXECUTOR, ...beside },
    ...timeline.containers.map(course => ({
      ...course,
      name: course.spec.name,
      startedAt,
    })),
    ...pod.init.template.sidecars.map(spec => ({
      name: spec.name,
      spec,
      ...beside,
    })),
  ];
}

function waitingAt(
  pod: PodRun,
  timeline: PodTimeline,
  now: number,
): ContainerState {
  if (now < timeline.scheduledAt) {
    return { state: 'waiting' };
  }
  const { pullMs } = pod.init.behaviour;
  return pullMs === Infinity && now >= timeline.initFinishedAt
    ? {
        state: 'waiting',
        reason: 'ImagePullBackOff',
        message: pod.pullProblem,
      }
    : { state: 'waiting', reason: 'PodInitializing' };
}

/** What has become of a container at a time. */
export function stateAt(
  span: ContainerSpan,
  now: number,
): ContainerState | undefined {
  const { startedAt, finishedAt, exitCode, reason, message } = span;
  if (now < startedAt) {
    return undefined;
  }
  return now < finishedAt
    ? { state: 'running', startedAt }
    : {
        state: 'terminated',
        exitCode,
        reason,
        ...(message === undefined ? {} : { message }),
        startedAt,
        finishedAt,
      };
}

/** The containers of a pod as they are at a time. */
export function containersAt(
  pod: PodRun,
  timeline: PodTimeline,
  now: number,
): SimulatedContainer[] {
  return containerSpans(pod, timeline).map(span => ({
    name: span.name,
    image: span.spec.image,
    init: span.name === 'init',
    resources: span.spec.resources,
    current: stateAt(span, now) ?? waitingAt(pod, timeline, now),
    restarts: 0,
  }));
}
