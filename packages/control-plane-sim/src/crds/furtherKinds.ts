import { JsonObject } from '../objects/json';
import { permissiveCrd } from './permissiveCrd';

/** A kind that workflow runs have to do with, and in which releases. */
interface FurtherKind {
  readonly kind: string;
  readonly shortNames?: readonly string[];
  readonly clusterScoped?: boolean;
  readonly since: string;
  readonly until?: string;
}

/**
 * Components and their types, which runs name since 0.17, and what runs were before. Nothing here depends on their fields, so
 * their definitions, other than those in the folder, let everything through.
 */
const FURTHER_KINDS: readonly FurtherKind[] = [
  { kind: 'Component', shortNames: ['comp', 'comps'], since: 'v0.17.0' },
  { kind: 'ComponentType', shortNames: ['ct', 'cts'], since: 'v0.17.0' },
  {
    kind: 'ClusterComponentType',
    shortNames: ['cct', 'ccts'],
    clusterScoped: true,
    since: 'v0.17.0',
  },
  { kind: 'ComponentWorkflowRun', since: 'v0.6.0', until: 'v0.16.0' },
  { kind: 'Build', since: 'v0.3.0', until: 'v0.17.0' },
];

/** The order of releases. */
export function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The definitions of a release that are not in its folder, by their plural. */
export function furtherKinds(release: string): Map<string, JsonObject> {
  return new Map(
    FURTHER_KINDS.filter(
      ({ since, until }) =>
        byVersion(since, release) <= 0 &&
        (until === undefined || byVersion(release, until) <= 0),
    ).map(({ kind, shortNames, clusterScoped }) => [
      `${kind.toLowerCase()}s`,
      permissiveCrd({
        group: 'openchoreo.dev',
        version: 'v1alpha1',
        kind,
        shortNames,
        clusterScoped,
        hasStatus: true,
      }),
    ]),
  );
}
