import { isJsonObject } from '../objects/json';

/**
 * The shape of a JSON value: its fields and their types. Of a list, the shape of its first element;
 * managedFields are left out, as what they say depends on how an object came about.
 */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length > 0 ? [shapeOf(value[0])] : [];
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => field !== 'managedFields')
        .map(([field, child]) => [field, shapeOf(child)]),
    );
  }
  return value === null ? 'null' : typeof value;
}
