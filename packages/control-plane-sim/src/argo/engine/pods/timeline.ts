import { Dice } from '../names/Dice';
import { PodPhase } from '../SimulatedPod';
import { ContainerSpec } from '../spec/Template';
import { PodBehaviour } from './behaviour';
import { ContainerCourse, runContainers } from './runContainers';

/** Milliseconds that the steps of a pod's start and end take, at least and at most. */
const SCHEDULING = [20, 180] as const;
const STARTING_INIT = [250, 700] as const;
const RUNNING_INIT = [150, 400] as const;
const STARTING_MAIN = [120, 300] as const;
const FINISHING = [300, 900] as const;
/** What a container takes to end by itself once it is told to. */
const TERMINATING = [200, 1_500] as const;
/** Exit code of a container that was told to end. */
const TERMINATED = 143;

/** When what happens to a pod. What never happens is at an infinite time. Milliseconds since 1970. */
export interface PodTimeline {
  readonly createdAt: number;
  readonly scheduledAt: number;
  readonly initStartedAt: number;
  /** The image of the main container is pulled from then, if it has to be. */
  readonly initFinishedAt: number;
  readonly pulledAt: number;
  /** When the main containers, and the one that waits for them, start. */
  readonly startedAt: number;
  readonly containers: readonly ContainerCourse[];
  /** When the last container ends. */
  readonly finishedAt: number;
  /** What the pod says of its end, where that was not its containers'. */
  readonly reason?: string;
  readonly message?: string;
  /** When somebody deletes it; infinite for a pod that stays. */
  readonly deletedAt: number;
}

/** What a timeline is made from. */
export interface TimelineOptions {
  readonly createdAt: number;
  readonly containers: readonly ContainerSpec[];
  readonly behaviour: PodBehaviour;
  readonly dice: Dice;
}

function varied(
  [min, max]: readonly [number, number],
  what: string,
  dice: Dice,
) {
  return dice.integer(what, min, max);
}

/** The course of a pod that nobody interferes with. */
export function createTimeline(options: TimelineOptions): PodTimeline {
  const { createdAt, behaviour, dice, containers: specs } = options;
  const scheduledAt =
    createdAt +
    Math.round(behaviour.pendingMs ?? 0) +
    varied(SCHEDULING, 'scheduling', dice);
  const initStartedAt =
    scheduledAt + varied(STARTING_INIT, 'starting-init', dice);
  const initFinishedAt =
    initStartedAt + varied(RUNNING_INIT, 'running-init', dice);
  const pulledAt = initFinishedAt + Math.round(behaviour.pullMs ?? 0);
  const startedAt = pulledAt + varied(STARTING_MAIN, 'starting-main', dice);
  const containers = runContainers(specs, behaviour, startedAt);
  const lastAt = Math.max(...containers.map(({ finishedAt }) => finishedAt));
  return {
    createdAt,
    scheduledAt,
    initStartedAt,
    initFinishedAt,
    pulledAt,
    startedAt,
    containers,
    finishedAt: lastAt + varied(FINISHING, 'finishing', dice),
    deletedAt: Infinity,
  };
}

/** Why a pod is ended from outside. */
export interface Termination {
  readonly at: number;
  readonly reason?: string;
  readonly message?: string;
}

/** The course of a pod that is ended at a time: one that does not run yet is deleted, one that runs is told to end. */
export function terminate(
  timeline: PodTimeline,
  termination: Termination,
  dice: Dice,
): PodTimeline {
  const { at, reason, message } = termination;
  if (timeline.finishedAt <= at || timeline.deletedAt <= at) {
    return timeline;
  }
  if (timeline.startedAt > at) {
    return { ...timeline, deletedAt: at };
  }
  const end = at + varied(TERMINATING, 'terminating', dice);
  const containers = timeline.containers.map(course =>
    course.finishedAt <= end
      ? course
      : {
          spec: course.spec,
          finishedAt: end,
          exitCode: TERMINATED,
          reason: 'Error',
        },
  );
  return {
    ...timeline,
    containers,
    finishedAt: Math.min(
      timeline.finishedAt,
      end + varied(FINISHING, 'finishing', dice),
    ),
    reason,
    message,
  };
}

/** When the pod looks different next, after a time; infinite where it stays as it is. */
export function nextChange(timeline: PodTimeline, after: number): number {
  let next = timeline.deletedAt;
  const consider = (time: number) => {
    if (time > after && time < next) {
      next = time;
    }
  };
  consider(timeline.createdAt);
  consider(timeline.scheduledAt);
  consider(timeline.initStartedAt);
  consider(timeline.initFinishedAt);
  consider(timeline.pulledAt);
  consider(timeline.startedAt);
  for (const { finishedAt } of timeline.containers) {
    consider(finishedAt);
  }
  consider(timeline.finishedAt);
  return next > after ? next : Infinity;
}

/** The exit code of the main container, or of the first of a set that failed. */
export function exitCodeOf({ containers }: PodTimeline): number {
  return containers.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0;
}

/** The phase of the pod at a time. */
export function phaseAt(timeline: PodTimeline, now: number): PodPhase {
  if (now < timeline.startedAt) {
    return 'Pending';
  }
  if (now < timeline.finishedAt) {
    return 'Running';
  }
  return exitCodeOf(timeline) === 0 && timeline.message === undefined
    ? 'Succeeded'
    : 'Failed';
}
