import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../objects/json';
import { WorkflowIntervention } from '../engine';

type Action = Omit<WorkflowIntervention, 'at'>;

function shutdownOf(spec: JsonObject): Action[] {
  switch (spec.shutdown) {
    case 'Stop':
      return [{ action: 'stop' }];
    case 'Terminate':
      return [{ action: 'terminate' }];
    default:
      return [];
  }
}

/** The suspended nodes that somebody marked as done, as `argo resume` does. */
function resumedNodes(before: JsonObject, after: JsonObject): Action[] {
  const nodes = objectAt(objectAt(after, 'status'), 'nodes');
  return Object.entries(objectAt(objectAt(before, 'status'), 'nodes'))
    .filter(([, node]) => isJsonObject(node) && node.type === 'Suspend')
    .filter(
      ([id, node]) =>
        stringAt(node, 'phase') === 'Running' &&
        stringAt(nodes[id], 'phase') === 'Succeeded',
    )
    .map(([node]) => ({ action: 'resume-node' as const, node }));
}

/** What somebody did to a workflow by changing its resource. */
export function interventionsOf(
  before: JsonObject,
  after: JsonObject,
): readonly Action[] {
  const [old, spec] = [objectAt(before, 'spec'), objectAt(after, 'spec')];
  const wasSuspended = old.suspend === true;
  const isSuspended = spec.suspend === true;
  return [
    ...(isSuspended && !wasSuspended ? [{ action: 'suspend' as const }] : []),
    ...(wasSuspended && !isSuspended ? [{ action: 'resume' as const }] : []),
    ...(old.shutdown === spec.shutdown ? [] : shutdownOf(spec)),
    ...resumedNodes(before, after),
  ];
}
