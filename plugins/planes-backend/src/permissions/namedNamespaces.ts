import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { PlaneFilter } from './planeResource';

/** The Kubernetes namespaces that criteria name, be it to admit or to exclude them. */
export function namedNamespaces(
  criteria: PermissionCriteria<PlaneFilter>,
): string[] {
  if ('allOf' in criteria) {
    return criteria.allOf.flatMap(namedNamespaces);
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.flatMap(namedNamespaces);
  }
  if ('not' in criteria) {
    return namedNamespaces(criteria.not);
  }
  return criteria.property === 'namespace' ? [...criteria.values] : [];
}
