import { WorkflowNode } from '../nodes/WorkflowNode';
import { containerSpans, stateAt } from '../pods/containers';
import { pendingReason, PodRun } from '../pods/PodRun';
import { resourcesDuration } from '../pods/resourcesDuration';
import { exitCodeOf, phaseAt } from '../pods/timeline';
import { collectOutputs } from './collectOutputs';
import { Operation } from './Operation';

/** Exit code by which Argo knows that its own part failed, not the container's. */
const EXECUTOR_FAILED = 64;

/** Why a pod failed, in Argo's words. */
function failureOf({ timeline }: PodRun): string {
  if (timeline.message !== undefined) {
    return timeline.message;
  }
  const failed = timeline.containers.find(({ exitCode }) => exitCode !== 0);
  if (!failed) {
    return '';
  }
  const { spec, reason, exitCode, message } = failed;
  const text = `${spec.name}: ${reason} (exit code ${exitCode})`;
  return message ? `${text}: ${message}` : text;
}

function assessContainers(pod: PodRun, operation: Operation): void {
  const { nodes, now } = operation;
  if (!pod.node.init.containerSet) {
    return;
  }
  const spans = containerSpans(pod, pod.timeline);
  for (const node of containerNodes(pod.node)) {
    const { displayName } = node;
    const span = spans.find(({ name }) => name === displayName);
    const current = span && stateAt(span, now);
    if (current?.state === 'running') {
      nodes.mark(node, 'Running');
    } else if (current?.state === 'terminated') {
      const { exitCode, reason, message = '' } = current;
      const text = `${displayName}: ${reason} (exit code ${exitCode}): ${message}`;
      if (exitCode === 0) {
        nodes.mark(node, 'Succeeded');
      } else {
        nodes.mark(
          node,
          exitCode === EXECUTOR_FAILED ? 'Error' : 'Failed',
          text,
        );
      }
    }
  }
}

/** The nodes of a set's containers. */
export function containerNodes(pod: WorkflowNode): Set<WorkflowNode> {
  const found = new Set<WorkflowNode>();
  const visit = (node: WorkflowNode) => {
    for (const child of node.children) {
      if (child.init.boundary === pod && !found.has(child)) {
        found.add(child);
        visit(child);
      }
    }
  };
  visit(pod);
  return found;
}

function end(
  pod: PodRun,
  phase: 'Succeeded' | 'Failed',
  operation: Operation,
): void {
  const { nodes, now, memo, workflow } = operation;
  const { node } = pod;
  const failed = phase === 'Failed';
  nodes.update(node, {
    outputs: failed ? node.outputs : collectOutputs(pod, workflow.name),
    finishedAt: pod.timeline.finishedAt,
    resources: resourcesDuration(containerSpans(pod, pod.timeline), now),
    daemoned: false,
  });
  if (!failed && node.memoization) {
    memo.save(node.memoization, node.outputs ?? {}, now);
  }
  nodes.mark(
    node,
    failed || pod.init.template.daemon ? 'Failed' : 'Succeeded',
    failed ? failureOf(pod) : '',
  );
}

function run(pod: PodRun, { nodes, now }: Operation): void {
  const { node } = pod;
  if (pod.init.template.daemon && !node.daemoned) {
    nodes.update(node, {
      daemoned: true,
      podIP: pod.init.podIP,
      finishedAt: now,
      resources: resourcesDuration(containerSpans(pod, pod.timeline), now),
    });
  }
  nodes.mark(node, 'Running', '');
}

/**
 * Brings a pod's node up to what has become of the pod since.
 *
 * @returns whether it was found to run now, and not before
 */
export function assessPod(pod: PodRun, operation: Operation): boolean {
  const { nodes, pods, now } = operation;
  const { node } = pod;
  if (now >= pod.timeline.finishedAt || now >= pod.timeline.deletedAt) {
    pods.settle(pod);
  }
  if (node.fulfilled && !node.daemoned) {
    return false;
  }
  const before = nodes.revision;
  const phase = phaseAt(pod.timeline, now);
  const { hostNode } = pod.init;
  if (hostNode && now >= pod.timeline.scheduledAt && !node.hostNode) {
    nodes.update(node, { hostNode });
  }
  assessContainers(pod, operation);
  const main = pod.timeline.containers.every(
    ({ finishedAt }) => finishedAt <= now,
  );
  if (main && node.outputs?.exitCode === undefined) {
    nodes.addOutputs(node, { exitCode: String(exitCodeOf(pod.timeline)) });
  }
  switch (phase) {
    case 'Pending':
      nodes.mark(node, 'Pending', pendingReason(pod, now));
      return false;
    case 'Running':
      run(pod, operation);
      return nodes.revision > before;
    default:
      end(pod, phase, operation);
      return false;
  }
}
