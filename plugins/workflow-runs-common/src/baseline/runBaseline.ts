import type { RunBaseline } from '../api/runSchema';
import type { Run } from '../model/run';
import { takeFirst } from '../query/takeFirst';
import { median } from './median';

const MAX_RUNS = 20;

/** Whether two runs do the same: the same workflow in the same place, for the same component. */
function isAlike(a: Run, b: Run): boolean {
  return (
    a.workflow !== undefined &&
    a.workflow.name === b.workflow?.name &&
    a.workflow.kind === b.workflow.kind &&
    a.ref.controlPlane === b.ref.controlPlane &&
    a.ref.namespace === b.ref.namespace &&
    (a.component === undefined ||
      (a.component === b.component && a.project === b.project))
  );
}

function duration(
  startedAt: string | undefined,
  completedAt: string | undefined,
): number | undefined {
  const time = Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '');
  return time >= 0 ? time : undefined;
}

interface TaskTimes {
  readonly times: number[];
  readonly runs: Set<Run>;
}

function argoName({ reference, ref }: Run): string {
  return reference?.name ?? ref.name;
}

/** The name of a task as it would be in another run: the only pod of a workflow is called like the workflow. */
function nameIn(run: Run, task: string, other: Run): string {
  const own = argoName(other);
  return task === own || task.startsWith(`${own}(`)
    ? `${argoName(run)}${task.slice(own.length)}`
    : task;
}

function collectTasks(run: Run, others: readonly Run[]) {
  const byName = new Map<string, TaskTimes>();
  for (const other of others) {
    for (const { phase, startedAt, completedAt, ...task } of other.tasks) {
      const name = nameIn(run, task.name, other);
      const time = duration(startedAt, completedAt);
      if (phase === 'Succeeded' && time !== undefined) {
        const known = byName.get(name) ?? { times: [], runs: new Set() };
        known.times.push(time);
        known.runs.add(other);
        byName.set(name, known);
      }
    }
  }
  return byName;
}

/**
 * How long a run and its tasks usually take: medians over the latest 20 runs before it that succeeded, of the same workflow in
 * the same namespace, and for the same component where it has one.
 *
 * @param earlier - among which they are looked for; others may be among them
 * @public
 */
export function runBaseline(run: Run, earlier: Iterable<Run>): RunBaseline {
  const created = Date.parse(run.createdAt);
  const before: { run: Run; created: number }[] = [];
  for (const other of earlier) {
    if (other.phase === 'Succeeded' && isAlike(run, other)) {
      const time = Date.parse(other.createdAt);
      if (time < created) {
        before.push({ run: other, created: time });
      }
    }
  }
  const latest = takeFirst(
    before,
    MAX_RUNS,
    (a, b) => b.created - a.created || (a.run.uid < b.run.uid ? -1 : 1),
  ).map(item => item.run);
  const times = latest
    .map(({ startedAt, completedAt }) => duration(startedAt, completedAt))
    .filter(time => time !== undefined);
  return {
    runs: latest.length,
    medianMs: median(times),
    tasks: Array.from(collectTasks(run, latest), ([name, task]) => ({
      name,
      medianMs: median(task.times) ?? 0,
      runs: task.runs.size,
    })),
  };
}
