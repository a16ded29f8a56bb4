import { Fields, fieldsAt } from '../parse/readers';

/** The label of a pod that names its Argo workflow. @public */
export const LABEL_ARGO_WORKFLOW = 'workflows.argoproj.io/workflow';

/** The annotation of a pod that names the node it runs. @public */
export const ANNOTATION_NODE_ID = 'workflows.argoproj.io/node-id';

/** The annotation of a pod that has the whole name of the node it runs. @public */
export const ANNOTATION_NODE_NAME = 'workflows.argoproj.io/node-name';

const POD_NAME_FORMAT = 'workflows.argoproj.io/pod-name-format';

const MAX_NAME_LENGTH = 253;
const HASH_LENGTH = 10;
const MAX_PREFIX_LENGTH = MAX_NAME_LENGTH - HASH_LENGTH - 1;

/** The 32-bit FNV-1a hash of a text, as Argo puts it into the names of nodes and pods. */
export function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}

/** The name of the pod that runs a node, as Argo makes it up. */
export function podNameOf(workflow: Fields, id: string, node: Fields): string {
  const { name: workflowName } = fieldsAt(workflow, 'metadata');
  const format = fieldsAt(workflow, 'metadata', 'annotations')[POD_NAME_FORMAT];
  const { name } = node;
  if (
    typeof workflowName !== 'string' ||
    typeof name !== 'string' ||
    format === 'v1'
  ) {
    return id;
  }
  if (name === workflowName) {
    return workflowName;
  }
  const template = fieldsAt(node, 'templateRef').template ?? node.templateName;
  const prefix =
    typeof template === 'string' && template !== ''
      ? `${workflowName}-${template}`
      : workflowName;
  return `${prefix.slice(0, MAX_PREFIX_LENGTH)}-${fnv32a(name)}`;
}
