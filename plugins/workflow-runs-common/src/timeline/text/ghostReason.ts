import { hasFailed, isGhost } from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';
import { labelsOf } from './labels';
import { readableMessage } from './readableMessage';

const CONDITION = /^when '(.*)' evaluated false$/s;
const DEPENDS = 'omitted: depends condition not met';
const EMPTY_LOOP = /^Skipped, empty params/;
const EARLIER_POD = /^original pod: /;
/** How many of the nodes that it depended on are named. */
const NAMES = 3;
/** How far back the search goes for what failed: a fan-in of thousands is the same sentence. */
const LONGEST_SEARCH = 200;

/** The step as a whole: what lies deeper in a dependency, or is an attempt at it, is not what was depended on. */
function stepOf(outline: Outline, number: number, boundaryID?: string): number {
  const { graph, container } = outline;
  let at = number;
  for (
    let above = container[at];
    above >= 0 &&
    graph.nodes[above].id !== boundaryID &&
    (graph.nodes[at].boundaryID !== boundaryID ||
      graph.nodes[above].type === 'Retry');
    above = container[at]
  ) {
    at = above;
  }
  return at;
}

function listed(names: readonly string[]): string {
  if (names.length > NAMES) {
    return `${names.slice(0, NAMES - 1).join(', ')} and ${
      names.length - NAMES + 1
    } more`;
  }
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
    : names[0];
}

function named(
  outline: Outline,
  steps: ReadonlySet<number>,
  singular: string,
  plural: string,
): string | undefined {
  const names = [...steps].map(step => labelsOf(outline, step).title);
  return names.length === 0
    ? undefined
    : `${listed(names)} ${names.length === 1 ? singular : plural}`;
}

/** What of all that a ghost depended on kept it from running: looked for through others that did not run either. */
function unmetDependency(outline: Outline, ghost: number): string | undefined {
  const { nodes, predecessors } = outline.graph;
  const failed = new Set<number>();
  const skipped = new Set<number>();
  const succeeded = new Set<number>();
  const seen = new Set([ghost]);
  const queue = [ghost];
  for (const next of queue) {
    for (const found of predecessors[next]) {
      const step = stepOf(outline, found, nodes[next].boundaryID);
      if (seen.has(step) || nodes[step].id === nodes[next].boundaryID) {
        continue;
      }
      if (seen.size > LONGEST_SEARCH) {
        break;
      }
      seen.add(step);
      if (hasFailed(nodes[step])) {
        failed.add(step);
      } else if (nodes[step].phase === 'Omitted') {
        queue.push(step);
      } else if (isGhost(nodes[step])) {
        skipped.add(step);
      } else if (nodes[step].phase === 'Succeeded') {
        succeeded.add(step);
      }
    }
  }
  return (
    named(outline, failed, 'failed', 'failed') ??
    named(outline, skipped, 'was skipped', 'were skipped') ??
    named(outline, succeeded, 'succeeded', 'succeeded')
  );
}

/** Why a node did not run: `not run: integration-tests failed`. */
export function ghostReason(outline: Outline, number: number): string {
  const { phase, message } = outline.graph.nodes[number];
  const condition = CONDITION.exec(message ?? '');
  if (condition) {
    return `not run: its condition '${condition[1]}' was false`;
  }
  if (message === DEPENDS || (phase === 'Omitted' && !message)) {
    const dependency = unmetDependency(outline, number);
    return `not run: ${
      dependency ?? 'what it depends on did not end as it requires'
    }`;
  }
  if (EMPTY_LOOP.test(message ?? '')) {
    return 'not run: there was nothing to loop over';
  }
  if (EARLIER_POD.test(message ?? '')) {
    return 'not run again: it succeeded in the run that this one repeats';
  }
  return message ? `not run: ${readableMessage(message)}` : 'not run';
}
