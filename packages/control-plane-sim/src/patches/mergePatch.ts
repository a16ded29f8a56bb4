import { isJsonObject, JsonObject } from '../objects/json';

function merged(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) {
    return patch;
  }
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[field];
    } else {
      result[field] = merged(result[field], value);
    }
  }
  return result;
}

/** Applies a JSON merge patch (RFC 7386). What the patch does not touch is shared with the target. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result = merged(target, patch);
  return isJsonObject(result) ? result : {};
}
