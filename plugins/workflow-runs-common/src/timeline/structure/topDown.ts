/** A forest's children by parent. */
export interface Forest {
  readonly roots: readonly number[];
  readonly children: readonly (readonly number[])[];
}

const NONE: number[] = [];

/** Collects the children of each; `parents` has no circles. */
export function forestOf(parents: Int32Array): Forest {
  const roots: number[] = [];
  const children: number[][] = new Array(parents.length).fill(NONE);
  for (let number = 0; number < parents.length; number++) {
    const parent = parents[number];
    if (parent < 0) {
      roots.push(number);
    } else if (children[parent] === NONE) {
      children[parent] = [number];
    } else {
      children[parent].push(number);
    }
  }
  return { roots, children };
}

/** All of a forest, parents before children. */
export function topDown({ roots, children }: Forest): Int32Array {
  const order = new Int32Array(children.length);
  let filled = 0;
  for (const root of roots) {
    order[filled++] = root;
  }
  for (let at = 0; at < filled; at++) {
    for (const child of children[order[at]]) {
      order[filled++] = child;
    }
  }
  return order;
}
