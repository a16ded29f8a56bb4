import { JsonObject } from '../../../objects/json';
import { NodeTree } from '../nodes/NodeTree';
import { renderNode } from '../nodes/renderNode';
import { WorkflowDefinition } from '../spec/WorkflowDefinition';
import { toTimestamp } from '../values/time';
import { Sums } from './sums';
import { WorkflowStatus } from './WorkflowStatus';

/** A status and, apart from it, its nodes. */
export interface RenderedStatus {
  readonly status: JsonObject;
  /** Undefined for a workflow without nodes. */
  readonly nodes?: JsonObject;
}

function renderConditions(status: WorkflowStatus): JsonObject[] {
  const { podRunning } = status.fields;
  return [
    ...(podRunning === undefined
      ? []
      : [{ status: podRunning ? 'True' : 'False', type: 'PodRunning' }]),
    ...(status.completed ? [{ status: 'True', type: 'Completed' }] : []),
  ];
}

function renderNodes(nodes: NodeTree, sums: Sums): JsonObject | undefined {
  if (nodes.size === 0) {
    return undefined;
  }
  const rendered: JsonObject = {};
  for (const node of nodes.sorted) {
    rendered[node.id] = renderNode(node, sums.of(node));
  }
  return rendered;
}

function renderTime(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : toTimestamp(milliseconds);
}

/** The status of a workflow, as Argo writes it. */
export function renderStatus(
  workflow: WorkflowDefinition,
  status: WorkflowStatus,
  tree: NodeTree,
): RenderedStatus {
  const { phase, message, startedAt, finishedAt, admitted } = status.fields;
  if (phase === undefined) {
    return { status: { finishedAt: null, startedAt: null } };
  }
  const sums = new Sums(tree);
  const { progress, resources } = sums.total();
  const conditions = renderConditions(status);
  const { outputs, synchronization } = status.fields;
  const stored = Object.keys(status.storedTemplates).length > 0;
  return {
    nodes: renderNodes(tree, sums),
    status: {
      ...(admitted
        ? {
            artifactGCStatus: { notSpecified: true },
            artifactRepositoryRef: { artifactRepository: {}, default: true },
          }
        : {}),
      ...(conditions.length > 0 ? { conditions } : {}),
      finishedAt: renderTime(finishedAt),
      ...(message ? { message } : {}),
      ...(outputs ? { outputs } : {}),
      phase,
      progress,
      ...(resources ? { resourcesDuration: resources } : {}),
      startedAt: renderTime(startedAt),
      ...(stored ? { storedTemplates: status.storedTemplates } : {}),
      ...(workflow.storedSpec
        ? { storedWorkflowTemplateSpec: workflow.storedSpec }
        : {}),
      ...(synchronization ? { synchronization } : {}),
    },
  };
}
