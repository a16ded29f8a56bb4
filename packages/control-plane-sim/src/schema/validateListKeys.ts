import { isJsonObject, jsonEqual, JsonObject } from '../objects/json';
import { duplicate, FieldError } from '../status/fieldErrors';
import { itemPath, propertyPath } from './fieldPath';
import { Schema } from './Schema';

function keyOf(item: unknown, keys: readonly string[]): JsonObject | undefined {
  return isJsonObject(item)
    ? Object.fromEntries(keys.map(key => [key, item[key]]))
    : undefined;
}

function duplicates(
  items: readonly unknown[],
  keys: readonly string[],
  path: string,
): FieldError[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item, keys);
    const text = JSON.stringify(key);
    const repeated = key !== undefined && seen.has(text);
    seen.add(text);
    return repeated ? [duplicate(itemPath(path, index), key)] : [];
  });
}

/** Finds elements of lists with map keys (`x-kubernetes-list-type: map`) whose keys are not unique. */
export function validateListKeys(
  value: unknown,
  schema: Schema,
  path: string,
  old?: unknown,
): FieldError[] {
  if (old !== undefined && jsonEqual(value, old)) {
    return [];
  }
  const { items } = schema;
  if (Array.isArray(value) && items) {
    const nested = value.flatMap((item, index) =>
      validateListKeys(item, items, itemPath(path, index)),
    );
    return schema.listMapKeys.length > 0
      ? [...duplicates(value, schema.listMapKeys, path), ...nested]
      : nested;
  }
  if (!isJsonObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, child]) => {
    const property = schema.properties.get(name);
    const previous = isJsonObject(old) ? old[name] : undefined;
    return property
      ? validateListKeys(child, property, propertyPath(path, name), previous)
      : [];
  });
}
