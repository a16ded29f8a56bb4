import type { ArgoNode } from '../../argo/nodeSchema';

/** Whether it did not run and never will: Argo's placeholders, whatever their phase. */
export function isGhost({ type, phase }: ArgoNode): boolean {
  return type === 'Skipped' || phase === 'Skipped' || phase === 'Omitted';
}

/** Whether it has a pod of its own, or a request of the agent. */
export function isTask({ type }: ArgoNode): boolean {
  return type === 'Pod' || type === 'HTTP' || type === 'Plugin';
}

/** Whether it has not ended, as far as Argo wrote down. A daemon has an end while it runs: the time when it was ready. */
export function isUnfinished({ phase }: ArgoNode): boolean {
  return phase === 'Running' || phase === 'Pending';
}

export function hasFailed({ phase }: ArgoNode): boolean {
  return phase === 'Failed' || phase === 'Error';
}

export function isRunningDaemon(node: ArgoNode): boolean {
  return node.daemoned === true && node.phase === 'Running';
}
