import { NodePhase, WorkflowNode } from '../../nodes/WorkflowNode';
import { DagTask } from './dagTasks';

/** What follows a retried node hangs on its last attempt; what earlier attempts were does not count. */
function followers(node: WorkflowNode): WorkflowNode[] {
  if (node.type !== 'Retry') {
    return [...node.children];
  }
  return [...node.children].flatMap(child =>
    child.init.flag?.hooked ? [child] : [...child.children],
  );
}

/**
 * The phase of each target, once nothing runs any more: a target that was left out takes the phase of what was before it, and a
 * failure counts more than a success.
 */
function targetPhases(
  dag: WorkflowNode,
  targets: ReadonlySet<WorkflowNode>,
): Map<WorkflowNode, NodePhase> | undefined {
  const phases = new Map<WorkflowNode, NodePhase>();
  const queue: [WorkflowNode, NodePhase][] = [...dag.children].map(child => [
    child,
    'Succeeded',
  ]);
  const seen = new Set<string>();
  // Grows while it is gone through.
  for (const [node, branch] of queue) {
    const key = `${node.id}/${branch}`;
    if (!seen.has(key)) {
      seen.add(key);
      if (!node.fulfilled) {
        return undefined;
      }
      const phase = node.completed ? node.phase : branch;
      const known = phases.get(node);
      if (targets.has(node) && known !== 'Failed' && known !== 'Error') {
        phases.set(node, phase);
      }
      for (const follower of followers(node)) {
        queue.push([follower, phase]);
      }
    }
  }
  return phases;
}

/** The phase that a DAG gets from its targets. */
export function assessDag(
  dag: WorkflowNode,
  targets: readonly DagTask[],
  failFast: boolean,
): NodePhase {
  const nodes = targets.flatMap(({ node }) => node ?? []);
  const phases = targetPhases(dag, new Set(nodes));
  if (!phases) {
    return 'Running';
  }
  let result: NodePhase = 'Succeeded';
  for (const { node, step } of targets) {
    const phase = node && phases.get(node);
    if (phase === undefined) {
      result = 'Running';
      if (!failFast) {
        return result;
      }
    } else if (
      (phase === 'Failed' && !step.continueOn.failed) ||
      (phase === 'Error' && !step.continueOn.error)
    ) {
      result = phase;
      if (failFast) {
        return result;
      }
    }
  }
  return result;
}
