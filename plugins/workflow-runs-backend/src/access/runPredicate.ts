import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { RunFilter } from './runResource';

type Predicate = (run: Run) => boolean;

/** A name, and what it is qualified by where a rule does so: `SCOPE/NAME`. */
interface RunName {
  readonly scope?: string;
  readonly name: string | undefined;
}

const NAMES: Record<RunFilter['property'], (run: Run) => RunName> = {
  namespace: ({ ref }) => ({ name: ref.namespace }),
  project: ({ ref, project }) => ({ scope: ref.namespace, name: project }),
  component: ({ ref, component }) => ({
    scope: ref.namespace,
    name: component,
  }),
  workflow: ({ workflow }) => ({
    scope: workflow?.kind,
    name: workflow?.name,
  }),
};

/** What decides whether runs fulfil a rule. */
export function filterPredicate({ property, values }: RunFilter): Predicate {
  const wanted = new Set(values);
  const isQualified = values.some(value => value.includes('/'));
  const nameOf = NAMES[property];
  return run => {
    const { scope, name } = nameOf(run);
    return (
      name !== undefined &&
      (wanted.has(name) || (isQualified && wanted.has(`${scope}/${name}`)))
    );
  };
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
  return filterPredicate(criteria);
}
