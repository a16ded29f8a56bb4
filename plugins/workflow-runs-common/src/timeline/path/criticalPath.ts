import type { Bars } from '../bars/bars';
import type { Instants } from '../bars/instants';
import type { Outline } from '../structure/outline';
import type { TimelineRow } from '../types';
import { endedLater, isLeaf, latestLeaves } from './latestLeaves';
import { pathTimes, type PathTimes } from './pathTimes';
import { exitHandlersOf, sequenceOf } from './predecessors';
import { SiblingEnds } from './SiblingEnds';

/** How many nodes that did not run are looked through for what one waited for. */
const LONGEST_SEARCH = 1000;

/** Walks back from the task that ended last through what each waited for. */
class CriticalPathWalk {
  readonly #outline: Outline;
  readonly #times: PathTimes;
  readonly #rank: Int32Array;
  readonly #latest: Int32Array;
  readonly #siblings: SiblingEnds;
  readonly #previous: Int32Array;
  readonly #mainRoots: readonly number[];
  /** Nodes that were looked at: none twice, so that circles end and the work is bounded. */
  readonly #seen: Uint8Array;

  constructor(outline: Outline, times: PathTimes, rank: Int32Array) {
    this.#outline = outline;
    this.#times = times;
    this.#rank = rank;
    this.#latest = latestLeaves(outline, times, rank);
    this.#siblings = new SiblingEnds(outline, times, this.#latest);
    this.#previous = sequenceOf(outline, rank);
    this.#mainRoots = outline.forest.roots.filter(root => !this.#roleOf(root));
    this.#seen = new Uint8Array(outline.order.length);
  }

  walk(): number[] {
    const path: number[] = [];
    let leaf = this.#latestOf(this.#outline.forest.roots, Infinity);
    while (leaf >= 0) {
      path.push(leaf);
      leaf = this.#waitedFor(leaf);
    }
    return path.reverse();
  }

  /** The task within some nodes that ended last, of those that began by a time. */
  #latestOf(numbers: readonly number[], begunBy: number): number {
    let best = -1;
    for (const number of numbers) {
      const leaf = this.#leafOf(number);
      if (
        leaf >= 0 &&
        !this.#seen[leaf] &&
        this.#times.start[leaf] <= begunBy &&
        endedLater(leaf, best, this.#times, this.#rank)
      ) {
        best = leaf;
      }
    }
    return best;
  }

  #leafOf(number: number): number {
    return isLeaf(this.#outline, number, this.#times)
      ? number
      : this.#latest[number];
  }

  /** What a task waited for before it could begin; -1 at the beginning of the path. */
  #waitedFor(leaf: number): number {
    const { container } = this.#outline;
    const begunBy = this.#times.start[leaf];
    for (let at = leaf; at >= 0 && !this.#seen[at]; at = container[at]) {
      this.#seen[at] = 1;
      const found = this.#before(at, begunBy);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  #before(number: number, begunBy: number): number {
    const { container } = this.#outline;
    const dependencies = this.#dependencies(number);
    if (dependencies.length > 0) {
      return this.#latestOf(dependencies, begunBy);
    }
    const others =
      container[number] < 0 && this.#roleOf(number) === 'exit-handler'
        ? this.#mainRoots
        : this.#siblings.lastBefore(number);
    return this.#latestOf(others, begunBy);
  }

  /** What Argo waited for before it created a node, through nodes that did not run. */
  #dependencies(number: number): number[] {
    const { graph, container } = this.#outline;
    const { boundaryID } = graph.nodes[number];
    const found: number[] = [];
    // A set may grow while it is gone through.
    const through = new Set([number]);
    const lookThrough = (other: number) => {
      if (through.size < LONGEST_SEARCH) {
        through.add(other);
      }
    };
    for (const next of through) {
      // A hook does not wait for its step to end, but for what its step waited for.
      const passesOn = this.#roleOf(next) === 'hook';
      for (const before of this.#directlyBefore(next)) {
        if (!passesOn && this.#leafOf(before) >= 0) {
          found.push(before);
        } else {
          lookThrough(before);
        }
      }
      // What did not run waited as well for what the loop or template waited for that it is in.
      const around = next === number ? -1 : container[next];
      if (
        around >= 0 &&
        around !== container[number] &&
        graph.nodes[around].id !== boundaryID
      ) {
        lookThrough(around);
      }
    }
    return found;
  }

  /** What contains a node is no dependency. */
  #directlyBefore(number: number): readonly number[] {
    const { graph, container } = this.#outline;
    if (this.#previous[number] >= 0) {
      return [this.#previous[number]];
    }
    const { boundaryID } = graph.nodes[number];
    const edges = graph.predecessors[number].filter(
      before =>
        before !== container[number] && graph.nodes[before].id !== boundaryID,
    );
    return this.#roleOf(number)
      ? edges
      : edges.flatMap(before => [
          before,
          ...exitHandlersOf(this.#outline, before),
        ]);
  }

  #roleOf(number: number): TimelineRow['role'] {
    return this.#outline.graph.names[number].role;
  }
}

/**
 * The chain of tasks that determined when the run ended, from the first to the last.
 *
 * @param order - the rows from top to bottom
 */
export function criticalPathOf(
  outline: Outline,
  bars: Bars,
  instants: Instants,
  order: Int32Array,
): number[] {
  const rank = new Int32Array(order.length);
  order.forEach((number, place) => {
    rank[number] = place;
  });
  return new CriticalPathWalk(
    outline,
    pathTimes(outline, bars, instants),
    rank,
  ).walk();
}
