import { JsonObject } from '../objects/json';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import {
  REVIEW_GROUP,
  REVIEWS,
  ServedVersion,
  STATUS_VERBS,
  VERBS,
} from './apiResources';

function discoveredResource(definition: ResourceDefinition): JsonObject {
  const { group, version, plural, singular, namespaced, kind } = definition;
  const { shortNames, categories } = definition;
  const responseKind = { group, version, kind };
  return {
    resource: plural,
    responseKind,
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: singular,
    verbs: VERBS,
    ...(shortNames.length > 0 ? { shortNames } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    ...(definition.hasStatus
      ? {
          subresources: [
            { subresource: 'status', responseKind, verbs: STATUS_VERBS },
          ],
        }
      : {}),
  };
}

function discoveredReviews(): JsonObject[] {
  return REVIEWS.map(([plural, kind]) => ({
    resource: plural,
    responseKind: { group: REVIEW_GROUP, version: 'v1', kind },
    scope: 'Cluster',
    singularResource: kind.toLowerCase(),
    verbs: ['create'],
  }));
}

/** Aggregated discovery: everything under `/api` or `/apis` in one answer. */
export function aggregatedDiscovery(
  versions: readonly ServedVersion[],
  root: '/api' | '/apis',
): JsonObject {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: versions
      .filter(({ group }) => (group === '') === (root === '/api'))
      .map(({ group, version, resources }) => ({
        metadata: group === '' ? {} : { name: group },
        versions: [
          {
            version,
            resources:
              group === REVIEW_GROUP
                ? discoveredReviews()
                : resources.map(discoveredResource),
            freshness: 'Current',
          },
        ],
      })),
  };
}
