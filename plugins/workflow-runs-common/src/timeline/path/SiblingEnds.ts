import type { Outline } from '../structure/outline';
import type { PathTimes } from './pathTimes';

/** Within this time of its container's start, a node was created along with the others. */
const TOGETHER_MS = 1000;

interface Siblings {
  readonly start: number;
  /** Those that ended, the last to end last; of those that ended together, the one that took longest last. */
  readonly byEnd: readonly number[];
}

/**
 * Which sibling ended just before a node began: of a node that depends on none, but began later than what contains it, that is
 * what made room for it where parallelism is limited, and what came before it where only tasks are known.
 */
export class SiblingEnds {
  readonly #outline: Outline;
  readonly #times: PathTimes;
  readonly #latest: Int32Array;
  /** By container; -1 for the top. */
  readonly #siblings = new Map<number, Siblings>();

  constructor(outline: Outline, times: PathTimes, latest: Int32Array) {
    this.#outline = outline;
    this.#times = times;
    this.#latest = latest;
  }

  /** The sibling, or none. */
  lastBefore(number: number): number[] {
    const { start, end } = this.#times;
    const siblings = this.#siblingsIn(this.#outline.container[number]);
    const time = start[number];
    if (!(time - siblings.start > TOGETHER_MS)) {
      return [];
    }
    let low = 0;
    let high = siblings.byEnd.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (end[siblings.byEnd[middle]] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // Those that began and ended in this very moment are passed over, so that each step leads further back.
    for (let at = low - 1; at >= 0; at--) {
      const sibling = siblings.byEnd[at];
      if (start[sibling] < time) {
        return [sibling];
      }
    }
    return [];
  }

  #siblingsIn(container: number): Siblings {
    const known = this.#siblings.get(container);
    if (known) {
      return known;
    }
    const { forest } = this.#outline;
    const { start, end } = this.#times;
    const all = container < 0 ? forest.roots : forest.children[container];
    const byEnd = all.filter(
      number => this.#latest[number] >= 0 && !Number.isNaN(start[number]),
    );
    byEnd.sort((a, b) => end[a] - end[b] || start[b] - start[a] || b - a);
    const siblings = {
      start:
        container < 0
          ? byEnd.reduce(
              (first, number) => Math.min(first, start[number]),
              Infinity,
            )
          : start[container],
      byEnd,
    };
    this.#siblings.set(container, siblings);
    return siblings;
  }
}
