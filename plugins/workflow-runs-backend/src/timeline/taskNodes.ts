import {
  type ArgoNode,
  isEnded,
  type Run,
  type RunTask,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/**
 * The tasks that the control plane wrote down, as nodes: pods, side by side under a root that stands for the run; none where
 * there are no tasks.
 *
 * @remarks
 * The times of tasks are Argo's. Those of the run are the control plane's, later by up to 20 seconds, and are not used: one bar
 * must not be of two clocks.
 */
export function taskNodes(run: Run): ArgoNode[] {
  const { tasks, phase } = run;
  if (tasks.length === 0) {
    return [];
  }
  const name = run.reference?.name ?? run.ref.name;
  const seen = new Map<string, number>();
  const children = tasks.map(task => {
    // Loops and nested templates make several tasks of one name.
    const count = (seen.get(task.name) ?? 0) + 1;
    seen.set(task.name, count);
    return taskNode(task, `${name}.${task.name}#${count}`, name);
  });
  const root: ArgoNode = {
    id: name,
    name,
    displayName: name,
    type: 'Steps',
    phase,
    startedAt: extreme(tasks, 'startedAt', Math.min),
    finishedAt: isEnded(phase)
      ? extreme(tasks, 'completedAt', Math.max)
      : undefined,
    children: children.map(({ id }) => id),
  };
  return [root, ...children];
}

function taskNode(task: RunTask, id: string, root: string): ArgoNode {
  const { name, phase, startedAt, completedAt, message } = task;
  return {
    id,
    name: `${root}.${name}`,
    displayName: name,
    type: phase === 'Skipped' ? 'Skipped' : 'Pod',
    phase,
    boundaryID: root,
    message,
    startedAt,
    finishedAt: completedAt,
    children: [],
  };
}

function extreme(
  tasks: readonly RunTask[],
  field: 'startedAt' | 'completedAt',
  choose: (...times: number[]) => number,
): string | undefined {
  const times = tasks
    .map(task => Date.parse(task[field] ?? ''))
    .filter(time => !Number.isNaN(time));
  return times.length === 0
    ? undefined
    : new Date(choose(...times)).toISOString();
}
