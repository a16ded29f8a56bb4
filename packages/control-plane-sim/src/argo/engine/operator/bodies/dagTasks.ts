import { dependencyNames, TaskOutcome } from '../../spec/dependencies';
import { dependencyOrder } from '../../spec/dependencyOrder';
import { WorkflowNode } from '../../nodes/WorkflowNode';
import { readStep, Step } from '../../spec/Step';
import { Template } from '../../spec/Template';
import { StepRun } from '../StepRun';

/** A task of a DAG while the DAG runs. */
export interface DagTask {
  readonly step: Step;
  readonly dependencies: readonly DagTask[];
  /** Of the task, the group of its items, or why it does not run. */
  node?: WorkflowNode;
  /** One, or one for each item; none for a task that does not run. */
  runs?: readonly StepRun[];
  /** All runs before it are done. */
  firstOpen: number;
  /** It has ended, and so has all that hooks onto it. */
  closed: boolean;
}

/** The tasks of a DAG, in the order in which Argo looks at them. */
export interface DagTasks {
  /** Dependencies first, from one target after the other. */
  readonly ordered: readonly DagTask[];
  /** Those that the DAG is about. */
  readonly targets: readonly DagTask[];
}

/** Reads the tasks of a DAG. Names and cycles have been checked before. */
export function readDagTasks(template: Template): DagTasks {
  const steps = new Map(
    template.tasks.map(raw => {
      const step = readStep(raw);
      return [step.name, step] as const;
    }),
  );
  const tasks = new Map<string, DagTask>();
  const named = (names: readonly string[]) =>
    names.flatMap(name => tasks.get(name) ?? []);
  const targets = targetNames(template, [...steps.values()]);
  const { order = [] } = dependencyOrder(targets, name => {
    const step = steps.get(name);
    return step ? dependencyNames(step) : [];
  });
  for (const name of order) {
    const step = steps.get(name);
    if (step) {
      const dependencies = named(dependencyNames(step));
      tasks.set(name, { step, dependencies, firstOpen: 0, closed: false });
    }
  }
  return { ordered: [...tasks.values()], targets: named(targets) };
}

function targetNames(template: Template, steps: readonly Step[]): string[] {
  if (template.target) {
    return template.target.split(' ').filter(Boolean);
  }
  const needed = new Set(steps.flatMap(dependencyNames));
  return steps
    .map(({ name }) => name)
    .filter(name => !needed.has(name))
    .sort();
}

/** How a task ended, as tasks that depend on it see it. */
export function outcomeOf({ node, runs = [] }: DagTask): TaskOutcome {
  const phases =
    node?.type === 'TaskGroup' ? runs.map(run => run.node?.phase) : [];
  return {
    Succeeded: node?.phase === 'Succeeded',
    Failed: node?.phase === 'Failed',
    Errored: node?.phase === 'Error',
    Skipped: node?.phase === 'Skipped',
    Omitted: node?.phase === 'Omitted',
    Daemoned: node?.daemoned === true,
    AnySucceeded: phases.includes('Succeeded'),
    AllFailed: phases.length > 0 && phases.every(phase => phase === 'Failed'),
  };
}
