/**
 * Makes a forest of what may go round in circles: of every circle, the one with the lowest number moves to the top.
 *
 * @param parents - the parent of each; -1 at the top. Changed in place
 * @returns those that were moved
 */
export function breakCycles(parents: Int32Array): number[] {
  const cut: number[] = [];
  // The walk that first came by: 0 for none.
  const walks = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    const walk = start + 1;
    let at = start;
    while (at >= 0 && walks[at] === 0) {
      walks[at] = walk;
      at = parents[at];
    }
    if (at >= 0 && walks[at] === walk) {
      let lowest = at;
      for (let next = parents[at]; next !== at; next = parents[next]) {
        lowest = Math.min(lowest, next);
      }
      parents[lowest] = -1;
      cut.push(lowest);
    }
  }
  return cut;
}
