function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Structural equality of plain data; a field that is undefined equals one that is absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  for (const key of Object.keys(a)) {
    if (!isEqual(a[key], b[key])) {
      return false;
    }
  }
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && a[key] === undefined) {
      return false;
    }
  }
  return true;
}
