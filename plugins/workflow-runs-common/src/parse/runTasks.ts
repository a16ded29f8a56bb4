import type { RunTask } from '../model/run';
import { asFields, readList, readText } from './readers';
import { readTime } from './time';

const MAX_TASKS = 5000;
const MAX_NAME_LENGTH = 500;
const MAX_MESSAGE_LENGTH = 2000;

const PHASES: Readonly<Record<string, RunTask['phase']>> = {
  Pending: 'Pending',
  Running: 'Running',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Skipped: 'Skipped',
  // Not in the schema of the resource, but a phase of Argo's.
  Omitted: 'Skipped',
  Error: 'Error',
};

// step(2) comes before step(10).
const collator = new Intl.Collator('en', { numeric: true });

function readPhase(value: unknown): RunTask['phase'] {
  return typeof value === 'string' && Object.hasOwn(PHASES, value)
    ? PHASES[value]
    : 'Pending';
}

function readTask(value: unknown): RunTask | undefined {
  const fields = asFields(value);
  const name = readText(fields?.name, MAX_NAME_LENGTH);
  return fields && name !== undefined
    ? {
        name,
        phase: readPhase(fields.phase),
        startedAt: readTime(fields.startedAt),
        // OpenChoreo v0.13 and v0.14 called it finishedAt.
        completedAt: readTime(fields.completedAt ?? fields.finishedAt),
        message: readText(fields.message, MAX_MESSAGE_LENGTH),
      }
    : undefined;
}

/** Reads `status.tasks`: in the order of their start, since the order of parallel tasks in the resource changes by itself. */
export function readTasks(value: unknown): RunTask[] {
  return readList(value, MAX_TASKS)
    .map(readTask)
    .filter(task => task !== undefined)
    .map(task => ({
      task,
      start: Date.parse(task.startedAt ?? '') || Infinity,
    }))
    .sort(
      (a, b) =>
        (a.start === b.start ? 0 : a.start - b.start) ||
        collator.compare(a.task.name, b.task.name),
    )
    .map(({ task }) => task);
}
