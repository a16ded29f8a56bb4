import { asFields, Fields, fieldsAt, valueAt } from '../parse/readers';
import {
  ANNOTATION_NODE_ID,
  ANNOTATION_NODE_NAME,
  LABEL_ARGO_WORKFLOW,
  podNameOf,
} from './podNames';
import { projectNode } from './projectNode';

/** The pod in which a node runs, by which it can be asked for. @public */
export interface NodePodRef {
  /** The name that Argo gives to the pod. */
  readonly name: string;
  readonly namespace: string;
  /** The name of the Argo workflow, which the pod has as a label. */
  readonly workflow: string;
  /** The node that the pod is of: for a container of a container set, the node that contains it. */
  readonly nodeId: string;
  readonly nodeName: string;
  /** The container of the node; `main` unless it is part of a container set. */
  readonly container: string;
}

/** Where a node runs, or why it has no pod. @public */
export type NodePodReading =
  | { readonly ok: true; readonly pod: NodePodRef }
  | {
      readonly ok: false;
      /** One sentence; undefined where a node of its kind never has a pod. */
      readonly problem?: string;
    };

const NO_POD: NodePodReading = { ok: false };

function without(problem: string): NodePodReading {
  return { ok: false, problem };
}

/** Finds out in which pod a node runs. */
export function nodePodOf(
  workflow: Fields,
  nodes: Fields,
  id: string,
): NodePodReading {
  const raw = fieldsAt(nodes, id);
  const node = projectNode(id, raw);
  const { name: workflowName, namespace } = fieldsAt(workflow, 'metadata');
  if (typeof workflowName !== 'string' || typeof namespace !== 'string') {
    return NO_POD;
  }
  const refTo = (podNodeId: string, podNode: Fields, container: string) =>
    ({
      ok: true,
      pod: {
        name: podNameOf(workflow, podNodeId, podNode),
        namespace,
        workflow: workflowName,
        nodeId: podNodeId,
        nodeName: typeof podNode.name === 'string' ? podNode.name : podNodeId,
        container,
      },
    } as const);
  switch (node.type) {
    case 'Pod':
      return node.memoized
        ? without('No pod ran: the result was taken from a cache.')
        : refTo(id, raw, 'main');
    case 'Container': {
      const boundary = node.boundaryID ?? '';
      const podNode = asFields(valueAt(nodes, boundary));
      return podNode
        ? refTo(boundary, podNode, node.displayName)
        : without('The node of its pod is not part of the workflow.');
    }
    case 'HTTP':
    case 'Plugin':
      return without(
        "Argo's agent ran it, in one pod for all such steps of the workflow.",
      );
    default:
      return NO_POD;
  }
}

/**
 * Whether a pod, as the Kubernetes API serves it, runs a node: by the annotations that Argo gives it, else by its name.
 *
 * @public
 */
export function isPodOfNode(pod: unknown, ref: NodePodRef): boolean {
  const { [LABEL_ARGO_WORKFLOW]: workflow } = fieldsAt(
    pod,
    'metadata',
    'labels',
  );
  const { [ANNOTATION_NODE_ID]: nodeId, [ANNOTATION_NODE_NAME]: nodeName } =
    fieldsAt(pod, 'metadata', 'annotations');
  if (workflow !== ref.workflow) {
    return false;
  }
  if (typeof nodeId === 'string') {
    return nodeId === ref.nodeId;
  }
  return typeof nodeName === 'string'
    ? nodeName === ref.nodeName
    : fieldsAt(pod, 'metadata').name === ref.name;
}
