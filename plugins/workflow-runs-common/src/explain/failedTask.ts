import type { Run, RunTask } from '../model/run';
import { plainName } from '../timeline/text/nodeName';

// Of a step that is retried, each attempt is a task: step(0), step(1). Items of a loop look different: step(0:arm64).
const ATTEMPT = /^(.*)\((\d+)\)$/s;

/** A task that made its run fail. @public */
export interface FailedTask {
  readonly task: RunTask;
  /** What to call it: `integration-tests` for the task `integration-tests(2)`. */
  readonly title: string;
  /** How often it was tried; 1 without retries. */
  readonly attempts: number;
}

interface Attempt {
  readonly step: string;
  readonly number: number;
}

function attemptOf({ name }: RunTask): Attempt | undefined {
  const match = name.endsWith(')') ? ATTEMPT.exec(name) : undefined;
  return match ? { step: match[1], number: Number(match[2]) } : undefined;
}

/** The number of the last attempt at each step. */
function lastAttempts(tasks: readonly RunTask[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const task of tasks) {
    const attempt = attemptOf(task);
    if (attempt) {
      const before = last.get(attempt.step) ?? 0;
      last.set(attempt.step, Math.max(before, attempt.number));
    }
  }
  return last;
}

function hasFailed({ phase }: RunTask): boolean {
  return phase === 'Failed' || phase === 'Error';
}

function endOf({ completedAt }: RunTask): number {
  return Date.parse(completedAt ?? '') || Infinity;
}

/**
 * The first task of a run that failed for good: not one that was tried again, and none where the run succeeded in spite of it.
 *
 * @public
 */
export function failedTaskOf(
  run: Pick<Run, 'phase' | 'tasks'>,
): FailedTask | undefined {
  const failed = run.phase === 'Succeeded' ? [] : run.tasks.filter(hasFailed);
  if (failed.length === 0) {
    return undefined;
  }
  const last = lastAttempts(run.tasks);
  let first: FailedTask | undefined;
  for (const task of failed) {
    const attempt = attemptOf(task);
    // While the run goes on, nobody knows whether there will be another attempt.
    const isFinal = attempt
      ? run.phase === 'Failed' && last.get(attempt.step) === attempt.number
      : true;
    // Others may have failed because of the first.
    if (isFinal && (!first || endOf(task) < endOf(first.task))) {
      const attempts = (attempt?.number ?? 0) + 1;
      first = { task, title: plainName(task.name), attempts };
    }
  }
  return first;
}
