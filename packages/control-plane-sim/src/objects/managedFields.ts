import { ApiObject, ManagedFields } from './ApiObject';
import { isJsonObject, jsonEqual, JsonObject } from './json';

/** Who writes, and through which subresource. */
export interface FieldManager {
  name: string;
  subresource?: string;
}

/** Metadata that a person writes; the rest is the server's. */
const OWNED_METADATA = [
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
];

/** The fields of `next` that differ from `previous`, as a field set; lists are owned whole. */
function changedFields(
  next: unknown,
  previous: unknown,
): JsonObject | undefined {
  if (jsonEqual(next, previous)) {
    return undefined;
  }
  if (!isJsonObject(next) || Object.keys(next).length === 0) {
    return {};
  }
  const before = isJsonObject(previous) ? previous : undefined;
  const fields: JsonObject = before ? {} : { '.': {} };
  for (const [name, value] of Object.entries(next)) {
    const changed = changedFields(value, before?.[name]);
    if (changed) {
      fields[`f:${name}`] = changed;
    }
  }
  return fields;
}

function ownedPart(object: ApiObject): JsonObject {
  const { apiVersion, kind, metadata, ...rest } = object;
  const owned = Object.entries(metadata).filter(([field]) =>
    OWNED_METADATA.includes(field),
  );
  return owned.length > 0
    ? { ...rest, metadata: Object.fromEntries(owned) }
    : rest;
}

function union(a: JsonObject, b: JsonObject): JsonObject {
  const result: JsonObject = { ...a };
  for (const [field, value] of Object.entries(b)) {
    const own = result[field];
    result[field] =
      isJsonObject(own) && isJsonObject(value) ? union(own, value) : value;
  }
  return result;
}

/** `from` without the leaves of `taken`. */
function subtract(from: JsonObject, taken: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [field, value] of Object.entries(from)) {
    const other = taken[field];
    if (!isJsonObject(value) || !isJsonObject(other)) {
      result[field] = value;
    } else if (Object.keys(value).length > 0) {
      const rest = subtract(value, other);
      if (Object.keys(rest).length > 0) {
        result[field] = rest;
      }
    }
  }
  return result;
}

/**
 * The managedFields of an object after a write: the writer owns what changed, others lose it. Simpler
 * than a real API server in that elements of lists are not told apart.
 */
export function updateManagedFields(
  next: ApiObject,
  previous: ApiObject | undefined,
  manager: FieldManager,
  time: string,
): ManagedFields[] {
  const existing = previous?.metadata.managedFields ?? [];
  const changed: JsonObject = {};
  const before: JsonObject = previous ? ownedPart(previous) : {};
  for (const [field, value] of Object.entries(ownedPart(next))) {
    const fields = changedFields(value, before[field]);
    if (fields) {
      changed[`f:${field}`] =
        field === 'metadata' ? subtract(fields, { '.': {} }) : fields;
    }
  }
  if (Object.keys(changed).length === 0) {
    return existing;
  }
  const isOwn = (entry: ManagedFields) =>
    entry.manager === manager.name && entry.subresource === manager.subresource;
  const own = existing.find(isOwn);
  const others = existing
    .filter(entry => !isOwn(entry))
    .map(entry => ({ ...entry, fieldsV1: subtract(entry.fieldsV1, changed) }))
    .filter(entry => Object.keys(entry.fieldsV1).length > 0);
  return [
    ...others,
    {
      apiVersion: next.apiVersion,
      fieldsType: 'FieldsV1',
      fieldsV1: own ? union(own.fieldsV1, changed) : changed,
      manager: manager.name,
      operation: 'Update',
      time,
      ...(manager.subresource ? { subresource: manager.subresource } : {}),
    },
  ];
}
