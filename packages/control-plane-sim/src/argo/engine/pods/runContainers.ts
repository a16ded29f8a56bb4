import { ContainerSpec } from '../spec/Template';
import { PodBehaviour } from './behaviour';

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

/** How many containers of a set run one after the other, at most. */
function longestChain(containers: readonly ContainerSpec[]): number {
  const lengths = new Map<string, number>();
  const byName = new Map(containers.map(each => [each.name, each]));
  const lengthOf = (name: string): number => {
    const known = lengths.get(name);
    if (known === undefined) {
      const before = byName.get(name)?.dependencies ?? [];
      lengths.set(name, 1 + Math.max(0, ...before.map(lengthOf)));
    }
    return lengths.get(name) ?? 1;
  };
  return Math.max(1, ...containers.map(({ name }) => lengthOf(name)));
}

/** The courses of containers that all start at a time, and then wait for those that they depend on. */
export function runContainers(
  containers: readonly ContainerSpec[],
  behaviour: PodBehaviour,
  startedAt: number,
): ContainerCourse[] {
  const share = 1 / longestChain(containers);
  const courses = new Map<string, ContainerCourse>();
  const byName = new Map(containers.map(each => [each.name, each]));
  const courseOf = (spec: ContainerSpec): ContainerCourse => {
    const before = spec.dependencies
      .flatMap(name => byName.get(name) ?? [])
      .map(each => courses.get(each.name) ?? courseOf(each));
    const readyAt = Math.max(
      startedAt,
      ...before.map(({ finishedAt }) => finishedAt),
    );
    const end = behaviour.endOf(spec.name, share);
    const course = before.some(({ exitCode }) => exitCode !== 0)
      ? { spec, finishedAt: readyAt, exitCode: NOT_RUN, reason: 'Error' }
      : { spec, ...end, finishedAt: readyAt + Math.round(end.durationMs) };
    courses.set(spec.name, course);
    return course;
  };
  return containers.map(each => courses.get(each.name) ?? courseOf(each));
}
