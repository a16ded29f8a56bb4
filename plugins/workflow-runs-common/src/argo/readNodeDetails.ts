import { asFields } from '../parse/readers';
import { nodePodOf, NodePodReading } from './nodePod';
import type { ArgoNode } from './nodeSchema';
import { nodeInputsAndOutputs, NodeValues } from './nodeValues';
import { projectNode } from './projectNode';
import { ReadNodesOptions, readRawNodes } from './rawNodes';
import { asArgoWorkflow } from './readArgoWorkflow';

/** What is known of one node. @public */
export interface NodeDetails {
  readonly node: ArgoNode;
  readonly inputs: NodeValues;
  readonly outputs: NodeValues;
  readonly pod: NodePodReading;
}

/** Options of {@link readNodeDetails}. @public */
export interface ReadNodeDetailsOptions extends ReadNodesOptions {
  /** Whether the caller may see values that look like secrets; masked unless true. */
  readonly showSecrets?: boolean;
}

/**
 * Reads one node of an Argo workflow: inputs, outputs, and where its pod is.
 *
 * @param object - the workflow as the Kubernetes API serves it
 * @returns undefined where the workflow has no such node
 * @public
 */
export function readNodeDetails(
  object: unknown,
  nodeId: string,
  options: ReadNodeDetailsOptions,
): NodeDetails | undefined {
  const workflow = asArgoWorkflow(object);
  const nodes = workflow && readRawNodes(workflow, options).nodes;
  const raw =
    nodes && Object.hasOwn(nodes, nodeId) ? asFields(nodes[nodeId]) : undefined;
  return workflow && nodes && raw
    ? {
        node: projectNode(nodeId, raw),
        ...nodeInputsAndOutputs(raw, options.showSecrets === true),
        pod: nodePodOf(workflow, nodes, nodeId),
      }
    : undefined;
}
