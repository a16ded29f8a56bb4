import { isJsonObject, JsonObject } from '../objects/json';
import { Schema } from './Schema';

function defaulted(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map(item => defaulted(item, items)) : value;
  }
  return isJsonObject(value) ? applyDefaults(value, schema) : value;
}

function applyDefault(
  object: JsonObject,
  name: string,
  property: Schema,
): void {
  if (object[name] === null && !property.nullable) {
    delete object[name];
  }
  if (object[name] === undefined && property.default !== undefined) {
    object[name] = structuredClone(property.default);
  }
  if (object[name] !== undefined) {
    object[name] = defaulted(object[name], property);
  }
}

/** Fills in the defaults of a schema. A null where none is allowed counts as a missing field. */
export function applyDefaults(value: JsonObject, schema: Schema): JsonObject {
  const result: JsonObject = { ...value };
  for (const [name, property] of schema.properties) {
    applyDefault(result, name, property);
  }
  const { additionalProperties } = schema;
  if (additionalProperties && additionalProperties !== true) {
    for (const name of Object.keys(result)) {
      if (!schema.properties.has(name)) {
        applyDefault(result, name, additionalProperties);
      }
    }
  }
  return result;
}
