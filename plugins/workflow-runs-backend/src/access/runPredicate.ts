import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunFilter } from './runResource';

type Predicate = (run: Run) => boolean;

/** How rules name a component, or the workflow of a run: with the kind of the workflow, or without. */
const NAMES: Record<
  RunFilter['property'],
  (run: Run) => readonly (string | undefined)[]
> = {
  namespace: ({ ref }) => [ref.namespace],
  project: ({ ref, project }) => namesOf(ref.namespace, project),
  component: ({ ref, component }) => namesOf(ref.namespace, component),
  workflow: ({ workflow }) =>
    workflow ? [workflow.name, `${workflow.kind}/${workflow.name}`] : [],
};

function namesOf(
  namespace: string,
  name: string | undefined,
): readonly string[] {
  return name === undefined ? [] : [name, `${namespace}/${name}`];
}

/** Whether a run fulfils a rule. */
export function fulfils(run: Run, { property, values }: RunFilter): boolean {
  return NAMES[property](run).some(
    name => name !== undefined && values.includes(name),
  );
}

/** What decides whether runs fulfil criteria that permission rules were translated to; quick, for it is asked of thousands. */
export function runPredicate(
  criteria: PermissionCriteria<RunFilter>,
): Predicate {
  if ('allOf' in criteria) {
    const all = criteria.allOf.map(runPredicate);
    return run => all.every(predicate => predicate(run));
  }
  if ('anyOf' in criteria) {
    const any = criteria.anyOf.map(runPredicate);
    return run => any.some(predicate => predicate(run));
  }
  if ('not' in criteria) {
    const predicate = runPredicate(criteria.not);
    return run => !predicate(run);
  }
  const namesOfRun = NAMES[criteria.property];
  const values = new Set<string | undefined>(criteria.values);
  return run =>
    namesOfRun(run).some(name => name !== undefined && values.has(name));
}
