import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunTask } from './miniBars';

const MAX_NAMES = 3;

function counted(
  tasks: readonly RunTask[],
  phases: readonly RunTask['phase'][],
  word: string,
  named = false,
): string[] {
  const found = tasks.filter(({ phase }) => phases.includes(phase));
  if (found.length === 0) {
    return [];
  }
  const names = found.slice(0, MAX_NAMES).map(({ name }) => name);
  const more = found.length > MAX_NAMES ? ', …' : '';
  return [
    `${found.length} ${word}${named ? ` (${names.join(', ')}${more})` : ''}`,
  ];
}

/**
 * The tasks of a run in words: `5 tasks: 3 succeeded, 1 failed (build), 1 skipped`.
 *
 * @param count - how many tasks the run has; the given ones are the first of them
 */
export function miniText(tasks: readonly RunTask[], count: number): string {
  if (count === 0) {
    return 'No tasks yet';
  }
  const which =
    count > tasks.length
      ? `${tasks.length} of ${countOf(count, 'task')}`
      : countOf(count, 'task');
  const parts = [
    ...counted(tasks, ['Succeeded'], 'succeeded'),
    ...counted(tasks, ['Failed', 'Error'], 'failed', true),
    ...counted(tasks, ['Running'], 'running', true),
    ...counted(tasks, ['Pending'], 'pending'),
    ...counted(tasks, ['Skipped'], 'skipped'),
  ];
  return `${which}: ${parts.join(', ')}`;
}
