import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { PlaneFilter, PlaneResource } from './planeResource';

type Predicate = (resource: PlaneResource) => boolean;

const PROPERTIES: Record<
  PlaneFilter['property'],
  (resource: PlaneResource) => string | undefined
> = {
  planeType: ({ plane }) => plane.planeType,
  namespace: ({ plane }) => plane.ref.namespace,
  owner: ({ owner }) => owner,
};

/** What decides whether planes fulfil criteria that permission rules were translated to; quick, for it is asked of thousands. */
export function planePredicate(
  criteria: PermissionCriteria<PlaneFilter>,
): Predicate {
  if ('allOf' in criteria) {
    const all = criteria.allOf.map(planePredicate);
    return resource => all.every(predicate => predicate(resource));
  }
  if ('anyOf' in criteria) {
    const any = criteria.anyOf.map(planePredicate);
    return resource => any.some(predicate => predicate(resource));
  }
  if ('not' in criteria) {
    const predicate = planePredicate(criteria.not);
    return resource => !predicate(resource);
  }
  const valueOf = PROPERTIES[criteria.property];
  const values = new Set<string | undefined>(criteria.values);
  return resource => values.has(valueOf(resource));
}
