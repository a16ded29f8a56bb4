import { JsonObject, isJsonObject, objectAt } from '../objects/json';
import { textAt } from './fields';

/** The name that OpenChoreo looks for where a reference is missing. */
const DEFAULT_PLANE_NAME = 'default';

/** The name of the data plane of its own namespace that an environment uses, if it uses one. */
function dataPlaneOf(environment: JsonObject): string | undefined {
  const { dataPlaneRef } = objectAt(environment, 'spec');
  if (!isJsonObject(dataPlaneRef)) {
    return DEFAULT_PLANE_NAME;
  }
  return dataPlaneRef.kind === 'DataPlane'
    ? textAt(dataPlaneRef, 'name')
    : undefined;
}

/** How many environments of its namespace use a data plane. */
export function countEnvironmentsUsing(
  plane: { readonly namespace?: string; readonly name: string },
  environments: Iterable<JsonObject>,
): number {
  let count = 0;
  for (const environment of environments) {
    if (
      textAt(objectAt(environment, 'metadata'), 'namespace') ===
        plane.namespace &&
      dataPlaneOf(environment) === plane.name
    ) {
      count += 1;
    }
  }
  return count;
}
