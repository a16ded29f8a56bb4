import { hasFailed, isGhost } from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';
import { labelsOf } from './labels';

/** How many of the nodes that it depended on are named. */
const NAMES = 3;
/** How far back the search goes at once: a fan-in of thousands gives the same sentence. */
const LONGEST_SEARCH = 200;
/** How deep below a dependency its last task is looked for. */
const DEEPEST_DEPENDENCY = 50;

/** The steps that kept one from running: a few of them, as the sentence names no more. */
interface Unmet {
  readonly failed: Set<number>;
  readonly skipped: Set<number>;
  readonly succeeded: Set<number>;
}

function addTo(set: Set<number>, step: number): void {
  if (set.size <= NAMES) {
    set.add(step);
  }
}

function listed(names: readonly string[]): string {
  if (names.length > NAMES) {
    return `${names.slice(0, NAMES - 1).join(', ')} and others`;
  }
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
    : names[0];
}

/** Finds what kept nodes from running that Argo omitted. */
export class UnmetDependencies {
  readonly #outline: Outline;
  readonly #known = new Map<number, Unmet>();

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  /** `integration-tests failed`; undefined where nothing explains it. */
  explain(omitted: number): string | undefined {
    const { failed, skipped, succeeded } = this.#find(omitted);
    if (failed.size > 0) {
      return `${this.#names(failed)} failed`;
    }
    if (skipped.size > 0) {
      return `${this.#names(skipped)} ${
        skipped.size > 1 ? 'were' : 'was'
      } skipped`;
    }
    return succeeded.size > 0
      ? `${this.#names(succeeded)} succeeded`
      : undefined;
  }

  #names(steps: ReadonlySet<number>): string {
    return listed([...steps].map(step => labelsOf(this.#outline, step).title));
  }

  /** Looks at what a node depended on, and through others that were omitted as well. */
  #find(omitted: number): Unmet {
    const { nodes, predecessors } = this.#outline.graph;
    const unmet: Unmet = {
      failed: new Set(),
      skipped: new Set(),
      succeeded: new Set(),
    };
    const seen = new Set([omitted]);
    const queue = [omitted];
    for (const next of queue) {
      for (const found of predecessors[next]) {
        if (seen.size > LONGEST_SEARCH) {
          break;
        }
        const step = this.#stepOf(found, nodes[next].boundaryID);
        if (!seen.has(step) && nodes[step].id !== nodes[next].boundaryID) {
          seen.add(step);
          if (!this.#note(step, unmet)) {
            queue.push(step);
          }
        }
      }
    }
    this.#known.set(omitted, unmet);
    return unmet;
  }

  /** Adds a step to where it belongs; false of one that was omitted itself, which is still to be looked through. */
  #note(step: number, { failed, skipped, succeeded }: Unmet): boolean {
    const node = this.#outline.graph.nodes[step];
    const known = this.#known.get(step);
    if (known) {
      known.failed.forEach(other => addTo(failed, other));
      known.skipped.forEach(other => addTo(skipped, other));
      known.succeeded.forEach(other => addTo(succeeded, other));
    } else if (hasFailed(node)) {
      addTo(failed, step);
    } else if (node.phase === 'Omitted') {
      return false;
    } else if (isGhost(node)) {
      addTo(skipped, step);
    } else if (node.phase === 'Succeeded') {
      addTo(succeeded, step);
    }
    return true;
  }

  /** The step as a whole: what lies deeper in a dependency, or is an attempt at it, is not what was depended on. */
  #stepOf(number: number, boundaryID: string | undefined): number {
    const { graph, container } = this.#outline;
    let at = number;
    for (let level = 0; level < DEEPEST_DEPENDENCY; level++) {
      const above = container[at];
      const isPart =
        above >= 0 &&
        graph.nodes[above].id !== boundaryID &&
        (graph.nodes[at].boundaryID !== boundaryID ||
          graph.nodes[above].type === 'Retry');
      if (!isPart) {
        return at;
      }
      at = above;
    }
    return at;
  }
}
