/** A JSON object whose values are not known yet. */
export type JsonObject = { [field: string]: unknown };

/** Narrows a value to a JSON object (neither an array nor null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field if it holds a JSON object, else an empty one. */
export function objectAt(value: unknown, field: string): JsonObject {
  const found = isJsonObject(value) ? value[field] : undefined;
  return isJsonObject(found) ? found : {};
}

/** The field if it holds a string. */
export function stringAt(value: unknown, field: string): string | undefined {
  const found = isJsonObject(value) ? value[field] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The elements of an array that are strings; empty for anything else. */
export function stringsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** Deep equality of JSON values, whatever the order of fields. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => jsonEqual(item, b[index]))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) {
    return false;
  }
  const fields = Object.keys(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every(
      field => Object.hasOwn(b, field) && jsonEqual(a[field], b[field]),
    )
  );
}

/** A shallow copy without the named fields. */
export function without(object: JsonObject, ...fields: string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([field]) => !fields.includes(field)),
  );
}
