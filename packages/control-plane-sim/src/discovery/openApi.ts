import { JsonObject } from '../objects/json';
import {
  groupVersion,
  ResourceDefinition,
} from '../registry/ResourceDefinition';
import { ServedVersion } from './apiResources';

function pathOf({
  group,
  version,
}: {
  group: string;
  version: string;
}): string {
  return group === '' ? `api/${version}` : `apis/${group}/${version}`;
}

/** `/openapi/v3`: where the document of each group and version is. */
export function openApiIndex(versions: readonly ServedVersion[]): JsonObject {
  return {
    paths: Object.fromEntries(
      versions.map(version => [
        pathOf(version),
        { serverRelativeURL: `/openapi/v3/${pathOf(version)}` },
      ]),
    ),
  };
}

function schemaName({ group, version, kind }: ResourceDefinition): string {
  const reversed = (group || 'core').split('.').reverse().join('.');
  return `${reversed}.${version}.${kind}`;
}

const QUERY_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'].map(
  name => ({
    name,
    in: 'query',
    schema: { type: 'string', uniqueItems: true },
  }),
);

function operation(definition: ResourceDefinition, action: string): JsonObject {
  const { group, version, kind } = definition;
  return {
    parameters: QUERY_PARAMETERS,
    responses: {
      200: {
        description: 'OK',
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${schemaName(definition)}` },
          },
        },
      },
    },
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group, version, kind },
  };
}

function pathsOf(definition: ResourceDefinition): [string, JsonObject][] {
  const root = `/${pathOf(definition)}`;
  const collection = definition.namespaced
    ? `${root}/namespaces/{namespace}/${definition.plural}`
    : `${root}/${definition.plural}`;
  return [
    [
      collection,
      {
        get: operation(definition, 'list'),
        post: operation(definition, 'post'),
      },
    ],
    [
      `${collection}/{name}`,
      {
        get: operation(definition, 'get'),
        put: operation(definition, 'put'),
        patch: operation(definition, 'patch'),
        delete: operation(definition, 'delete'),
      },
    ],
  ];
}

function schemaOf(definition: ResourceDefinition): [string, JsonObject] {
  const { group, version, kind } = definition;
  return [
    schemaName(definition),
    {
      type: 'object',
      ...definition.schemaSource,
      'x-kubernetes-group-version-kind': [{ group, version, kind }],
    },
  ];
}

/** `/openapi/v3/<group and version>`: enough for kubectl's `apply`, `explain` and validation. */
export function openApiDocument(served: ServedVersion): JsonObject {
  return {
    openapi: '3.0.0',
    info: { title: groupVersion(served), version: 'unversioned' },
    paths: Object.fromEntries(served.resources.flatMap(pathsOf)),
    components: {
      schemas: Object.fromEntries(served.resources.map(schemaOf)),
    },
  };
}

/** The version whose document has this path, for example `apis/openchoreo.dev/v1alpha1`. */
export function openApiVersionAt(
  versions: readonly ServedVersion[],
  path: string,
): ServedVersion | undefined {
  return versions.find(version => pathOf(version) === path);
}
