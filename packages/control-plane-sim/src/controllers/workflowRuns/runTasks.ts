import { JsonObject, objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { WorkflowTask } from './workflowRunResource';

/** The last index of a step group in a node's name, such as 1 of `build[1].unit`; -1 for the tasks of a DAG. */
function stepIndex(nodeName: string): number {
  const end = nodeName.lastIndexOf(']');
  const start = nodeName.lastIndexOf('[', end);
  const index = Number.parseInt(nodeName.slice(start + 1, end), 10);
  return start < 0 || Number.isNaN(index) ? -1 : index;
}

/**
 * The tasks that OpenChoreo's controller makes of an Argo workflow: its pods, by the index of their step. Tasks with the same
 * index come in no particular order. There are none where Argo has compressed the nodes.
 */
export function tasksOfNodes(argoStatus: JsonObject): WorkflowTask[] {
  return Object.values(objectAt(argoStatus, 'nodes'))
    .filter(node => textAt(node, 'type') === 'Pod')
    .map(node => ({
      index: stepIndex(textAt(node, 'name') ?? ''),
      task: {
        name: textAt(node, 'displayName') ?? textAt(node, 'name') ?? '',
        phase: textAt(node, 'phase'),
        startedAt: textAt(node, 'startedAt'),
        completedAt: textAt(node, 'finishedAt'),
        message: textAt(node, 'message'),
      },
    }))
    .sort((a, b) => a.index - b.index)
    .map(({ task }) => task);
}
