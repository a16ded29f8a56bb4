import { dependencyNames, TaskOutcome } from '../../spec/dependencies';
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
  const ordered = new Map<string, DagTask>();
  const visit = (name: string): DagTask[] => {
    const step = steps.get(name);
    const known = ordered.get(name);
    if (known || !step) {
      return known ? [known] : [];
    }
    const dependencies = dependencyNames(step).flatMap(visit);
    const task: DagTask = { step, dependencies, firstOpen: 0, closed: false };
    ordered.set(name, task);
    return [task];
  };
  const targets = targetNames(template, [...steps.values()]).flatMap(visit);
  return { ordered: [...ordered.values()], targets };
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
