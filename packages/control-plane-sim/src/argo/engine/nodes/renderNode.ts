import { jsonEqual, JsonObject } from '../../../objects/json';
import { toTimestamp } from '../values/time';
import { ResourcesDuration, WorkflowNode } from './WorkflowNode';

/** What of a node depends on other nodes. */
export interface NodeSums {
  readonly progress?: string;
  readonly resources?: ResourcesDuration;
}

/** The node as it stands in a status. The same object as last time where nothing changed. */
export function renderNode(node: WorkflowNode, sums: NodeSums): JsonObject {
  const { progress, resources } = sums;
  const { rendered: known } = node;
  if (
    known &&
    known.progress === progress &&
    jsonEqual(known.resourcesDuration, resources)
  ) {
    return known;
  }
  const rendered = renderFields(node, sums);
  node.rendered = rendered;
  return rendered;
}

/** Field by field, in the order of their names: this is done for thousands of nodes. */
function renderFields(node: WorkflowNode, sums: NodeSums): JsonObject {
  const { init } = node;
  const json: JsonObject = {};
  const set = (field: string, value: unknown) => {
    if (value !== undefined && value !== '') {
      json[field] = value;
    }
  };
  set('boundaryID', init.boundary?.id);
  if (node.children.size > 0) {
    json.children = Array.from(node.children, child => child.id);
  }
  set('daemoned', node.daemoned || undefined);
  json.displayName = node.displayName;
  json.finishedAt =
    node.finishedAt === undefined ? null : toTimestamp(node.finishedAt);
  set('hostNodeName', node.hostNode);
  json.id = node.id;
  set('inputs', node.inputs);
  set('memoizationStatus', node.memoization);
  set('message', node.message);
  json.name = node.name;
  set('nodeFlag', init.flag);
  if (node.outboundNodes && node.outboundNodes.length > 0) {
    json.outboundNodes = node.outboundNodes;
  }
  set('outputs', node.outputs);
  json.phase = node.phase;
  set('podIP', node.podIP);
  set('progress', sums.progress);
  set('resourcesDuration', sums.resources);
  json.startedAt = toTimestamp(node.startedAt);
  if (node.waitingForLock !== undefined) {
    json.synchronizationStatus = { waiting: node.waitingForLock };
  }
  set('taskResultSynced', init.reportsResult || undefined);
  set('templateName', init.call?.template);
  const reference = init.call?.templateRef;
  if (reference) {
    const { name, template, clusterScope } = reference;
    json.templateRef = clusterScope
      ? { clusterScope, name, template }
      : { name, template };
  }
  json.templateScope = init.templateScope;
  json.type = node.type;
  return json;
}
