import { WorkflowNode } from '../nodes/WorkflowNode';
import { containerNodes } from './assessPod';
import { mayRun, Operation, stoppedMessage } from './Operation';

/** Whether the node is, or is within, an exit handler. */
function isOfExitHandler(node: WorkflowNode): boolean {
  return (
    node.name.endsWith('.onExit') ||
    (node.init.boundary !== undefined && isOfExitHandler(node.init.boundary))
  );
}

/** Ends pods and suspended nodes of a workflow that is being brought to an end, or that is past its deadline. */
export function limitExecution(operation: Operation, deadline: number): void {
  const { shutdown, now } = operation;
  const isLate = now >= deadline;
  if (!shutdown && !isLate) {
    return;
  }
  endPods(operation, isLate);
  for (const node of operation.nodes.all) {
    if (node.fulfilled) {
      continue;
    }
    const onExit = isOfExitHandler(node);
    const isSuspended = node.type === 'Suspend' && node.phase === 'Running';
    const hasNoPod = isSuspended || node.waitingForLock !== undefined;
    if (hasNoPod && !mayRun(shutdown, onExit)) {
      operation.nodes.mark(node, 'Failed', stoppedMessage(shutdown));
    } else if (isLate && !onExit && (node.phase === 'Pending' || isSuspended)) {
      operation.nodes.mark(node, 'Failed', 'Step exceeded its deadline');
    }
  }
}

function endPods(operation: Operation, isLate: boolean): void {
  const { pods, nodes, shutdown, now } = operation;
  for (const pod of pods.all) {
    const { node, onExit } = pod.init;
    const stopped = !mayRun(shutdown, onExit);
    if (!node.fulfilled && (stopped || (isLate && !onExit))) {
      pods.terminate(pod, { at: now });
      const message = stopped
        ? // Two spaces: Argo writes it so.
          `workflow shutdown with strategy:  ${shutdown}`
        : 'Step exceeded its deadline';
      nodes.mark(node, 'Failed', message);
      for (const container of containerNodes(node)) {
        if (!container.fulfilled) {
          nodes.mark(container, 'Failed', message);
        }
      }
    }
  }
}
