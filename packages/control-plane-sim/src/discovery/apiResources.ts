import { JsonObject } from '../objects/json';
import {
  groupVersion,
  ResourceDefinition,
} from '../registry/ResourceDefinition';

/** What can be done with a resource. */
export const VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
/** What can be done with its status. */
export const STATUS_VERBS = ['get', 'patch', 'update'];

/** The review resources, which are only ever created and never stored. */
export const REVIEWS = [
  ['selfsubjectaccessreviews', 'SelfSubjectAccessReview'],
  ['selfsubjectrulesreviews', 'SelfSubjectRulesReview'],
] as const;

/** The group of the review resources. */
export const REVIEW_GROUP = 'authorization.k8s.io';

/** A version of a group, and what it serves. */
export interface ServedVersion {
  group: string;
  version: string;
  resources: ResourceDefinition[];
}

/** The groups and versions that are served. */
export function servedVersions(
  definitions: readonly ResourceDefinition[],
): ServedVersion[] {
  const versions = new Map<string, ServedVersion>();
  for (const definition of definitions) {
    const key = groupVersion(definition);
    const { group, version } = definition;
    const served = versions.get(key) ?? { group, version, resources: [] };
    served.resources.push(definition);
    versions.set(key, served);
  }
  return [
    ...versions.values(),
    { group: REVIEW_GROUP, version: 'v1', resources: [] },
  ];
}

/** `/api`. */
export function apiVersions(serverAddress: string): JsonObject {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
  };
}

function apiGroup({ group, version }: ServedVersion): JsonObject {
  const preferredVersion = { groupVersion: `${group}/${version}`, version };
  return { name: group, versions: [preferredVersion], preferredVersion };
}

/** `/apis`. */
export function apiGroupList(versions: readonly ServedVersion[]): JsonObject {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: versions.filter(({ group }) => group !== '').map(apiGroup),
  };
}

/** `/apis/<group>`; undefined for a group that is not served. */
export function apiGroupOf(
  versions: readonly ServedVersion[],
  group: string,
): JsonObject | undefined {
  const served = versions.find(candidate => candidate.group === group);
  return served && { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(served) };
}

function apiResource(definition: ResourceDefinition): JsonObject[] {
  const { plural, singular, namespaced, kind, shortNames, categories } =
    definition;
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs: VERBS,
      ...(shortNames.length > 0 ? { shortNames } : {}),
      ...(categories.length > 0 ? { categories } : {}),
      ...(definition.storageVersionHash
        ? { storageVersionHash: definition.storageVersionHash }
        : {}),
    },
    ...(definition.hasStatus
      ? [
          {
            name: `${plural}/status`,
            singularName: '',
            namespaced,
            kind,
            verbs: STATUS_VERBS,
          },
        ]
      : []),
  ];
}

/** `/apis/<group>/<version>` or `/api/v1`; undefined where that is not served. */
export function apiResourceList(
  versions: readonly ServedVersion[],
  group: string,
  version: string,
): JsonObject | undefined {
  const served = versions.find(
    candidate => candidate.group === group && candidate.version === version,
  );
  const reviews = REVIEWS.map(([plural, kind]) => ({
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced: false,
    kind,
    verbs: ['create'],
  }));
  return (
    served && {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: groupVersion(served),
      resources:
        group === REVIEW_GROUP
          ? reviews
          : served.resources.flatMap(apiResource),
    }
  );
}
