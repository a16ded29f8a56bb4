import { parseExpression } from '../expressions/parseExpression';
import { Step } from './Step';

// In an expression a dash would be a minus, so names have an underscore instead.
function asVariable(text: string): string {
  return text.replaceAll('-', '_');
}

/** The tasks that come before a task, each once, in the order in which it names them. */
export function dependencyNames(task: Step): string[] {
  return task.depends
    ? [
        ...new Set(
          [...task.depends.matchAll(/([A-Za-z0-9][-\w]*)(\.[A-Z]\w+)?/g)].map(
            ([, name]) => name,
          ),
        ),
      ]
    : [...new Set(task.dependencies)];
}

/** How tasks ended that others depend on. */
export interface TaskOutcome {
  readonly Succeeded: boolean;
  readonly Failed: boolean;
  readonly Errored: boolean;
  readonly Skipped: boolean;
  readonly Omitted: boolean;
  readonly Daemoned: boolean;
  readonly AnySucceeded: boolean;
  readonly AllFailed: boolean;
}

function letsContinue(task: Step, outcome: TaskOutcome): boolean {
  return (
    outcome.Succeeded ||
    outcome.Skipped ||
    outcome.Daemoned ||
    (task.continueOn.error && outcome.Errored) ||
    (task.continueOn.failed && outcome.Failed)
  );
}

/** Whether a task may run after those before it have ended so. */
export function dependenciesMet(
  task: Step,
  before: ReadonlyMap<
    string,
    { readonly step: Step; readonly outcome: TaskOutcome }
  >,
): boolean {
  const { depends } = task;
  if (!depends) {
    return [...before.values()].every(({ step, outcome }) =>
      letsContinue(step, outcome),
    );
  }
  const values = new Map<string, boolean>();
  for (const [name, { step, outcome }] of before) {
    values.set(asVariable(name), letsContinue(step, outcome));
    for (const [result, value] of Object.entries(outcome)) {
      values.set(`${asVariable(name)}.${result}`, value);
    }
  }
  const { evaluate } = parseExpression(asVariable(depends), 'variables');
  return evaluate(name => values.get(name)) === true;
}
