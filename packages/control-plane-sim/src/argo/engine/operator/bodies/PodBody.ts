import { WorkflowNode } from '../../nodes/WorkflowNode';
import { mayRun } from '../Operation';
import { Body, BodyOptions, bodyNode } from './Body';

/** A template that is a pod: a container, a script, or a set of containers. */
export class PodBody implements Body {
  readonly node: WorkflowNode;

  constructor(options: BodyOptions) {
    this.node = bodyNode(options, 'Pod', 'Pending');
    const { site, template } = options;
    const { operation, onExit } = site;
    if (!mayRun(operation.shutdown, onExit)) {
      operation.nodes.mark(
        this.node,
        'Failed',
        `workflow shutdown with strategy: ${operation.shutdown}`,
      );
      return;
    }
    operation.pods.create({
      node: this.node,
      template,
      boundaryTemplate: site.boundaryTemplate,
      stepName: options.stepName,
      attempt: options.attempt,
      parameters: options.parameters,
      onExit,
      now: operation.now,
    });
    if (template.kind === 'container-set') {
      addContainers(this.node, options);
    }
  }

  /** What the pod does, the controller finds out when it looks at pods. */
  operate(): void {}
}

function addContainers(pod: WorkflowNode, options: BodyOptions): void {
  const { nodes } = options.site.operation;
  const byName = new Map<string, WorkflowNode>();
  for (const { name } of options.template.containers) {
    const node = nodes.create({
      name: `${pod.name}.${name}`,
      type: 'Container',
      phase: 'Pending',
      boundary: pod,
      call: options.call,
      templateScope: options.templateScope,
      flag: options.flag,
    });
    byName.set(name, node);
  }
  for (const { name, dependencies } of options.template.containers) {
    const node = byName.get(name);
    const parents = dependencies.flatMap(each => byName.get(each) ?? []);
    for (const parent of parents.length > 0 ? parents : [pod]) {
      if (node) {
        nodes.addChild(parent, node);
      }
    }
  }
}
