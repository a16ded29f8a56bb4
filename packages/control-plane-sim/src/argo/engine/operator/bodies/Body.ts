import { JsonObject } from '../../../../objects/json';
import { NodeFlag, NodeType, WorkflowNode } from '../../nodes/WorkflowNode';
import { Template, TemplateKind } from '../../spec/Template';
import { TemplateCall } from '../../spec/TemplateCall';
import { TemplateSource } from '../../spec/TemplateSource';
import { CallSite } from '../Operation';

/** What a template does once it may. */
export interface Body {
  readonly node: WorkflowNode;
  /** Goes on as far as it can at the current time. */
  operate(): void;
}

/** What a body is made of. */
export interface BodyOptions {
  readonly site: CallSite;
  /** Of the node. */
  readonly name: string;
  /** Of the step that calls, without what tells items and attempts apart. */
  readonly stepName: string;
  readonly call: TemplateCall;
  readonly template: Template;
  /** Where the templates are that this one may call by their names. */
  readonly source: TemplateSource;
  /** As nodes name the place that they are called from. */
  readonly templateScope: string;
  readonly inputs?: JsonObject;
  readonly parameters: ReadonlyMap<string, string>;
  readonly flag?: NodeFlag;
  /** How many attempts came before. */
  readonly attempt: number;
  /** The node, if it exists already because it waited for a lock. */
  readonly node?: WorkflowNode;
}

const NODE_TYPES: Readonly<Record<TemplateKind, NodeType>> = {
  pod: 'Pod',
  'container-set': 'Pod',
  steps: 'Steps',
  dag: 'DAG',
  suspend: 'Suspend',
};

/** The type of the node that a template of this kind becomes, its attempts aside. */
export function nodeTypeOf(template: Template): NodeType {
  return template.kind === undefined ? 'Skipped' : NODE_TYPES[template.kind];
}

/** The node of a body: new, or the one that waited. */
export function bodyNode(
  options: BodyOptions,
  type: NodeType,
  phase: 'Pending' | 'Running',
): WorkflowNode {
  const { site, template, node: waiting } = options;
  const { nodes } = site.operation;
  const node =
    waiting ??
    nodes.create({
      name: options.name,
      type,
      phase,
      boundary: site.boundary,
      call: options.call,
      templateScope: options.templateScope,
      flag: options.flag,
      inputs: options.inputs,
      reportsResult: type === 'Pod' && !template.daemon,
      containerSet: template.kind === 'container-set',
    });
  if (waiting) {
    nodes.mark(node, phase);
  }
  const { memoize } = template;
  if (memoize) {
    const { key, cacheName } = memoize;
    nodes.update(node, { memoization: { hit: false, key, cacheName } });
  }
  return node;
}
