/** An order in which everything comes after what it depends on, or a circle that makes this impossible. */
export type DependencyOrder =
  | { readonly order: readonly string[]; readonly cycle?: undefined }
  | { readonly order?: undefined; readonly cycle: readonly string[] };

interface Visit {
  readonly name: string;
  readonly dependencies: readonly string[];
  next: number;
}

/**
 * Goes depth first from each start to what that depends on. Without recursion: thousands of tasks may depend on each other in a
 * row.
 */
export function dependencyOrder(
  starts: readonly string[],
  dependenciesOf: (name: string) => readonly string[],
): DependencyOrder {
  const done = new Set<string>();
  const open = new Set<string>();
  const path: Visit[] = [];
  const enter = (name: string) => {
    open.add(name);
    path.push({ name, dependencies: dependenciesOf(name), next: 0 });
  };
  for (const start of starts) {
    if (!done.has(start)) {
      enter(start);
    }
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const dependency = visit.dependencies[visit.next];
      visit.next += 1;
      if (visit.next > visit.dependencies.length) {
        path.pop();
        open.delete(visit.name);
        done.add(visit.name);
      } else if (open.has(dependency)) {
        return { cycle: [...path.map(({ name }) => name), dependency] };
      } else if (!done.has(dependency)) {
        enter(dependency);
      }
    }
  }
  return { order: [...done] };
}
