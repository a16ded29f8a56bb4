import { jsonEqual, JsonObject } from '../../../objects/json';
import { toTimestamp } from '../values/time';
import { ResourcesDuration, WorkflowNode } from './WorkflowNode';

/** The fields that a node inherits from the call of its template. */
function renderTemplate({
  call,
  templateScope,
}: WorkflowNode['init']): JsonObject {
  const reference = call?.templateRef;
  return {
    ...(call?.template ? { templateName: call.template } : {}),
    ...(reference
      ? {
          templateRef: {
            ...(reference.clusterScope ? { clusterScope: true } : {}),
            name: reference.name,
            template: reference.template,
          },
        }
      : {}),
    templateScope,
  };
}

/** What of a node depends on other nodes. */
export interface NodeSums {
  readonly progress?: string;
  readonly resources?: ResourcesDuration;
}

/** The node as it stands in a status. The same object as last time where nothing changed. */
export function renderNode(node: WorkflowNode, sums: NodeSums): JsonObject {
  const { progress, resources } = sums;
  const { init, rendered: known } = node;
  if (
    known &&
    known.progress === progress &&
    jsonEqual(known.resourcesDuration, resources)
  ) {
    return known;
  }
  const rendered: JsonObject = {
    ...(init.boundary ? { boundaryID: init.boundary.id } : {}),
    ...(node.children.size > 0
      ? { children: Array.from(node.children, child => child.id) }
      : {}),
    ...(node.daemoned ? { daemoned: true } : {}),
    displayName: init.displayName,
    finishedAt:
      node.finishedAt === undefined ? null : toTimestamp(node.finishedAt),
    ...(node.hostNode ? { hostNodeName: node.hostNode } : {}),
    id: init.id,
    ...(node.inputs ? { inputs: node.inputs } : {}),
    ...(node.memoization ? { memoizationStatus: node.memoization } : {}),
    ...(node.message ? { message: node.message } : {}),
    name: init.name,
    ...(init.flag ? { nodeFlag: init.flag } : {}),
    ...(node.outboundNodes?.length
      ? { outboundNodes: node.outboundNodes }
      : {}),
    ...(node.outputs ? { outputs: node.outputs } : {}),
    phase: node.phase,
    ...(node.podIP ? { podIP: node.podIP } : {}),
    ...(progress ? { progress } : {}),
    ...(resources ? { resourcesDuration: resources } : {}),
    startedAt: toTimestamp(init.startedAt),
    ...(node.waitingForLock
      ? { synchronizationStatus: { waiting: node.waitingForLock } }
      : {}),
    ...(init.reportsResult ? { taskResultSynced: true } : {}),
    ...renderTemplate(init),
    type: init.type,
  };
  node.rendered = rendered;
  return rendered;
}
