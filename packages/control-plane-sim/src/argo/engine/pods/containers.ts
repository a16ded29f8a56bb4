import { ContainerState, SimulatedContainer } from '../SimulatedPod';
import { ContainerSpec } from '../spec/Template';
import { PodRun } from './PodRun';

/** What Argo puts beside the containers of a template. */
const EXECUTOR: ContainerSpec = {
  name: '',
  image: 'quay.io/argoproj/argoexec:latest',
  resources: {},
  dependencies: [],
};

interface Course {
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
}

function stateAt(
  course: Course,
  now: number,
  waiting: ContainerState,
): ContainerState {
  const { startedAt, finishedAt, exitCode, reason, message } = course;
  if (now < startedAt) {
    return waiting;
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

function waitingAt(pod: PodRun, now: number): ContainerState {
  const { scheduledAt, pullStartedAt } = pod.timeline;
  if (now < scheduledAt) {
    return { state: 'waiting' };
  }
  return pod.behaviour.pullMs === Infinity && now >= pullStartedAt
    ? {
        state: 'waiting',
        reason: 'ImagePullBackOff',
        message: pod.pullProblem,
      }
    : { state: 'waiting', reason: 'PodInitializing' };
}

/** The containers of a pod as they are: `init`, `wait`, then those of the template. */
export function containersAt(pod: PodRun, now: number): SimulatedContainer[] {
  const { timeline, template } = pod;
  const { startedAt, finishedAt } = timeline;
  const completed = { exitCode: 0, reason: 'Completed' };
  const waiting = waitingAt(pod, now);
  const container = (
    spec: ContainerSpec,
    name: string,
    course: Course,
  ): SimulatedContainer => ({
    name,
    image: spec.image,
    init: name === 'init',
    resources: spec.resources,
    current: stateAt(course, now, waiting),
    restarts: 0,
  });
  return [
    container(EXECUTOR, 'init', {
      startedAt: timeline.initStartedAt,
      finishedAt: timeline.initFinishedAt,
      ...completed,
    }),
    container(EXECUTOR, 'wait', { startedAt, finishedAt, ...completed }),
    ...timeline.containers.map(course =>
      container(course.spec, course.spec.name, { ...course, startedAt }),
    ),
    ...template.sidecars.map(sidecar =>
      container(sidecar, sidecar.name, { startedAt, finishedAt, ...completed }),
    ),
  ];
}
