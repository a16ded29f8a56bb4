import { isJsonObject, JsonObject, objectAt } from '../../../../objects/json';
import { listAt } from '../../../../controllers/fields';
import { NodeTree } from '../../nodes/NodeTree';
import { WorkflowNode } from '../../nodes/WorkflowNode';
import { anyTextAt } from '../../values/text';
import { mayRun, stoppedMessage } from '../Operation';
import { Body, BodyOptions, bodyNode } from './Body';

/** Waits for a time, or for somebody. */
export class SuspendBody implements Body {
  readonly node: WorkflowNode;
  readonly #options: BodyOptions;

  constructor(options: BodyOptions) {
    this.#options = options;
    this.node = bodyNode(options, 'Suspend', 'Pending');
    const { nodes } = options.site.operation;
    const supplied = listAt(options.template.outputs, 'parameters').filter(
      each => isJsonObject(objectAt(each, 'valueFrom').supplied),
    );
    if (supplied.length > 0) {
      nodes.update(this.node, { outputs: { parameters: supplied } });
    }
    const { operation, onExit } = options.site;
    if (mayRun(operation.shutdown, onExit)) {
      nodes.mark(this.node, 'Running');
    } else {
      nodes.mark(this.node, 'Failed', stoppedMessage(operation.shutdown));
    }
  }

  operate(): void {
    const { operation } = this.#options.site;
    const { suspendDuration } = this.#options.template;
    if (suspendDuration === undefined || this.node.fulfilled) {
      return;
    }
    const until = this.node.startedAt + suspendDuration;
    if (operation.now >= until) {
      resumeNode(this.node, operation.nodes);
    } else {
      operation.requeueAt(until);
    }
  }
}

/** Lets a suspended node go on: what nobody supplied gets its default. */
export function resumeNode(node: WorkflowNode, nodes: NodeTree): void {
  const parameters = listAt(node.outputs, 'parameters').filter(isJsonObject);
  if (parameters.length > 0) {
    nodes.update(node, { outputs: { parameters: parameters.map(supply) } });
  }
  nodes.mark(node, 'Succeeded');
}

function supply(parameter: JsonObject): JsonObject {
  const value = anyTextAt(objectAt(parameter, 'valueFrom'), 'default');
  return value === undefined ? parameter : { ...parameter, value };
}
