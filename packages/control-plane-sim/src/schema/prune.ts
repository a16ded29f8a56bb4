import { isJsonObject, JsonObject } from '../objects/json';
import { itemPath, propertyPath } from './fieldPath';
import { Schema } from './Schema';

/** An object without the fields that its schema does not know, and what those were. */
export interface Pruned {
  value: JsonObject;
  /** Paths such as `spec.planeId`, sorted. */
  unknownFields: string[];
}

/** At the root of an object and of embedded ones: always known, whatever the schema says. */
const OBJECT_FIELDS = ['apiVersion', 'kind', 'metadata'];

function pruneValue(
  value: unknown,
  schema: Schema,
  path: string,
  unknownFields: string[],
): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.map((item, index) =>
          pruneValue(item, items, itemPath(path, index), unknownFields),
        )
      : value;
  }
  return isJsonObject(value)
    ? pruneObject(value, schema, path, unknownFields, schema.embeddedResource)
    : value;
}

function pruneObject(
  value: JsonObject,
  schema: Schema,
  path: string,
  unknownFields: string[],
  isResource: boolean,
): JsonObject {
  const { additionalProperties, preserveUnknownFields } = schema;
  const kept: JsonObject = {};
  for (const [name, child] of Object.entries(value)) {
    const property = schema.properties.get(name);
    const childPath = propertyPath(path, name);
    if (isResource && OBJECT_FIELDS.includes(name)) {
      kept[name] = child;
    } else if (property) {
      kept[name] = pruneValue(child, property, childPath, unknownFields);
    } else if (additionalProperties && additionalProperties !== true) {
      kept[name] = pruneValue(
        child,
        additionalProperties,
        childPath,
        unknownFields,
      );
    } else if (additionalProperties || preserveUnknownFields) {
      kept[name] = child;
    } else {
      unknownFields.push(childPath);
    }
  }
  return kept;
}

/** Drops what the schema of a resource does not know. */
export function prune(object: JsonObject, schema: Schema): Pruned {
  const unknownFields: string[] = [];
  const value = pruneObject(object, schema, '', unknownFields, true);
  return { value, unknownFields: unknownFields.sort() };
}
