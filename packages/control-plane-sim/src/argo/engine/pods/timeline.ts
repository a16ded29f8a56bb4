import { seededFraction } from '../names/random';
import { ContainerSpec } from '../spec/Template';
import { PodBehaviour } from './behaviour';

/** Milliseconds that the steps of a pod's start and end take at least and, seeded, at most. */
const SCHEDULING = [20, 180] as const;
const STARTING_INIT = [250, 700] as const;
const RUNNING_INIT = [150, 400] as const;
const STARTING_MAIN = [120, 300] as const;
const FINISHING = [300, 900] as const;
/** What a container has to end by itself once it is told to. */
const TERMINATING = [200, 1_500] as const;
/** Exit code of a container that was told to end. */
const TERMINATED = 143;
/** Exit code of a container whose predecessor in its set failed. */
const NOT_RUN = 64;

/** When a main container ends, and how; never where the time is infinite. */
export interface ContainerCourse {
  readonly spec: ContainerSpec;
  readonly finishedAt: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
}

/** When what happens to a pod. What never happens is at an infinite time. Milliseconds since 1970. */
export interface PodTimeline {
  readonly createdAt: number;
  readonly scheduledAt: number;
  readonly initStartedAt: number;
  readonly initFinishedAt: number;
  /** From when to when the image of the main container is pulled; equal where it need not be. */
  readonly pullStartedAt: number;
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
  readonly seed: string;
}

function varied([min, max]: readonly [number, number], seed: string): number {
  return Math.round(min + (max - min) * seededFraction(seed));
}

/** How many containers of the set run one after the other, at most. */
function longestChain(containers: readonly ContainerSpec[]): number {
  const byName = new Map(containers.map(each => [each.name, each]));
  const lengthOf = (container: ContainerSpec, seen: number): number =>
    seen > containers.length
      ? seen
      : 1 +
        Math.max(
          0,
          ...container.dependencies.map(name => {
            const before = byName.get(name);
            return before ? lengthOf(before, seen + 1) : 0;
          }),
        );
  return Math.max(1, ...containers.map(each => lengthOf(each, 0)));
}

function runContainers(
  { containers, behaviour }: TimelineOptions,
  startedAt: number,
): ContainerCourse[] {
  const share = 1 / longestChain(containers);
  const courses = new Map<string, ContainerCourse>();
  const course = (spec: ContainerSpec): ContainerCourse => {
    const known = courses.get(spec.name);
    if (known) {
      return known;
    }
    const before = spec.dependencies
      .map(name => containers.find(each => each.name === name))
      .flatMap(each => (each ? [course(each)] : []));
    const readyAt = Math.max(startedAt, ...before.map(each => each.finishedAt));
    const end = behaviour.endOf(spec.name, share);
    const made = before.some(({ exitCode }) => exitCode !== 0)
      ? { spec, finishedAt: readyAt, exitCode: NOT_RUN, reason: 'Error' }
      : { spec, ...end, finishedAt: readyAt + Math.round(end.durationMs) };
    courses.set(spec.name, made);
    return made;
  };
  return containers.map(course);
}

/** The course of a pod that nobody interferes with. */
export function createTimeline(options: TimelineOptions): PodTimeline {
  const { createdAt, behaviour, seed } = options;
  const after = (
    time: number,
    range: readonly [number, number],
    what: string,
  ) => time + varied(range, `${seed}/${what}`);
  const scheduledAt = after(
    createdAt + (behaviour.pendingMs ?? 0),
    SCHEDULING,
    'scheduling',
  );
  const initStartedAt = after(scheduledAt, STARTING_INIT, 'starting-init');
  const initFinishedAt = after(initStartedAt, RUNNING_INIT, 'running-init');
  const pulledAt = initFinishedAt + Math.round(behaviour.pullMs ?? 0);
  const startedAt = after(pulledAt, STARTING_MAIN, 'starting-main');
  const containers = runContainers(options, startedAt);
  const lastAt = Math.max(...containers.map(({ finishedAt }) => finishedAt));
  return {
    createdAt,
    scheduledAt,
    initStartedAt,
    initFinishedAt,
    pullStartedAt: initFinishedAt,
    pulledAt,
    startedAt,
    containers,
    finishedAt: after(lastAt, FINISHING, 'finishing'),
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
  seed: string,
): PodTimeline {
  const { at, reason, message } = termination;
  if (timeline.finishedAt <= at || timeline.deletedAt <= at) {
    return timeline;
  }
  if (timeline.startedAt > at) {
    return { ...timeline, deletedAt: at };
  }
  const end = at + varied(TERMINATING, `${seed}/terminating`);
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
      end + varied(FINISHING, `${seed}/finishing`),
    ),
    reason,
    message,
  };
}

/** When the pod looks different from before, in order. */
export function changesOf(timeline: PodTimeline): number[] {
  const times = [
    timeline.createdAt,
    timeline.scheduledAt,
    timeline.initStartedAt,
    timeline.initFinishedAt,
    timeline.pulledAt,
    timeline.startedAt,
    ...timeline.containers.map(({ finishedAt }) => finishedAt),
    timeline.finishedAt,
  ].filter(time => time < timeline.deletedAt);
  return [...new Set([...times, timeline.deletedAt])]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}
