import { z } from 'zod';
import {
  PLANE_API_GROUP,
  PLANE_API_VERSION,
  PlaneKind,
  PlaneKindInfo,
} from '../model/kinds';
import { openAPIFields, openAPISchema, OpenAPISchemas } from './openAPISchema';
import { ServedPlaneKind } from './ServedPlaneKind';

// As deep as gateway.ingress.external.http and clusterAgent.clientCA.secretKeyRef.namespace.
const MAX_DEPTH = 4;

const SUCCESSORS: ReadonlyMap<PlaneKind, PlaneKind> = new Map([
  ['BuildPlane', 'WorkflowPlane'],
  ['ClusterBuildPlane', 'ClusterWorkflowPlane'],
]);

const documentShape = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const resourceShape = z.object({
  'x-kubernetes-group-version-kind': z.array(
    z.object({ group: z.string(), version: z.string(), kind: z.string() }),
  ),
});

/** The schemas of the group's kinds, by kind. */
function schemasByKind(schemas: OpenAPISchemas): Map<string, unknown> {
  const byKind = new Map<string, unknown>();
  for (const schema of Object.values(schemas)) {
    const resource = resourceShape.safeParse(schema);
    for (const { group, version, kind } of resource.success
      ? resource.data['x-kubernetes-group-version-kind']
      : []) {
      if (group === PLANE_API_GROUP && version === PLANE_API_VERSION) {
        byKind.set(kind, schema);
      }
    }
  }
  return byKind;
}

/**
 * Reads the plane kinds out of the OpenAPI v3 document of `openchoreo.dev/v1alpha1`.
 *
 * @param document - anything; kinds without a schema are left out
 * @param infos - the kinds that discovery says are served
 * @public
 */
export function servedPlaneKinds(
  document: unknown,
  infos: Iterable<PlaneKindInfo>,
): ServedPlaneKind[] {
  const parsed = documentShape.safeParse(document);
  const schemas = parsed.success ? parsed.data.components.schemas : {};
  const byKind = schemasByKind(schemas);
  const kinds = Array.from(infos, ({ kind }) => kind).filter(kind =>
    byKind.has(kind),
  );
  return Array.from(new Set(kinds), kind => {
    const resource = openAPISchema(byKind.get(kind), schemas);
    const spec = resource.properties.get('spec');
    const fields = openAPIFields(spec, schemas, MAX_DEPTH);
    const successor = SUCCESSORS.get(kind);
    return {
      kind,
      fields: fields.map(({ path }) => path),
      requiredFields: fields
        .filter(({ isRequired }) => isRequired)
        .map(({ path }) => path),
      observabilityPlaneRefIsString: fields.some(
        ({ path, type }) =>
          path === 'observabilityPlaneRef' && type === 'string',
      ),
      supersededBy:
        successor && kinds.includes(successor) ? successor : undefined,
    };
  });
}
