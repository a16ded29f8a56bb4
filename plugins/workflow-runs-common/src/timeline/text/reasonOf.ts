import type { ArgoNode } from '../../argo/nodeSchema';
import type { Bars } from '../bars/bars';
import {
  hasFailed,
  isGhost,
  isTask,
  isUnfinished,
} from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';
import { ghostReason } from './ghostReason';
import { labelsOf } from './labels';
import { failedChildId, readableMessage } from './readableMessage';
import type { UnmetDependencies } from './UnmetDependencies';

function waitingReason(
  { graph, members }: Outline,
  number: number,
): string | undefined {
  const node = graph.nodes[number];
  const text = node.message ? readableMessage(node.message) : undefined;
  if (node.waitingFor !== undefined) {
    return text ?? `waits for the lock ${node.waitingFor}`;
  }
  if (node.type === 'Suspend') {
    return text ?? 'waits to be resumed';
  }
  if (node.type === 'Retry') {
    const attempts = members.get(number) ?? [];
    const between =
      attempts.length > 0 &&
      attempts.every(attempt => !isUnfinished(graph.nodes[attempt]));
    return between ? text ?? 'waits before the next attempt' : undefined;
  }
  return node.phase === 'Pending' ? text : undefined;
}

/** How a node failed by its own account. */
function failure({ message, exitCode }: ArgoNode): string | undefined {
  if (message) {
    return readableMessage(message);
  }
  return exitCode === undefined ? undefined : `exit code ${exitCode}`;
}

/** What failed first in a group whose failure Argo does not explain: a DAG's. */
function firstFailed(
  { graph, forest }: Outline,
  number: number,
  { end }: Bars,
): number | undefined {
  let first: number | undefined;
  for (const child of forest.children[number]) {
    const isEarlier = first === undefined || end[child] < end[first];
    if (hasFailed(graph.nodes[child]) && isEarlier) {
      first = child;
    }
  }
  return first;
}

function failureReason(
  outline: Outline,
  number: number,
  bars: Bars,
): string | undefined {
  const { graph, members } = outline;
  const node = graph.nodes[number];
  const child = graph.numbers.get(failedChildId(node.message) ?? '');
  if (child !== undefined) {
    return `${labelsOf(outline, child).title} failed`;
  }
  if (node.type !== 'Retry') {
    const cause =
      node.message || isTask(node)
        ? undefined
        : firstFailed(outline, number, bars);
    return cause === undefined
      ? failure(node)
      : `${labelsOf(outline, cause).title} failed`;
  }
  // That no attempts are left does not say what went wrong in them.
  const attempts = members.get(number) ?? [];
  const last = attempts[attempts.length - 1];
  const why = last === undefined ? failure(node) : failure(graph.nodes[last]);
  return attempts.length > 1
    ? `after ${attempts.length} attempts${why ? `: ${why}` : ''}`
    : why;
}

/** What reasons are found in. */
export interface ReasonContext {
  readonly outline: Outline;
  readonly bars: Bars;
  readonly unmetDependencies: UnmetDependencies;
  /** The workflow as a whole is suspended. */
  readonly suspended: boolean;
}

/** Why a ghost did not run, what a waiting node waits for, how a failed one failed; a phrase that may follow a colon. */
export function reasonOf(
  number: number,
  { outline, bars, unmetDependencies, suspended }: ReasonContext,
): string | undefined {
  const node = outline.graph.nodes[number];
  if (isGhost(node)) {
    return ghostReason(node, () => unmetDependencies.explain(number));
  }
  if (bars.abandoned[number]) {
    return `still ${node.phase.toLowerCase()} when the workflow ended`;
  }
  if (hasFailed(node)) {
    return failureReason(outline, number, bars);
  }
  if (isUnfinished(node)) {
    const isTop = outline.container[number] < 0;
    return suspended && isTop
      ? 'suspended: no further step starts until it is resumed'
      : waitingReason(outline, number);
  }
  return bars.kept[number] ? 'kept from an earlier try' : undefined;
}
