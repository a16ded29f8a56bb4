import { ManagedFields, ObjectMeta } from '../objects/ApiObject';
import { isJsonObject, JsonObject } from '../objects/json';

/** Metadata as a client sent it, every field of the right type. */
export type SentMetadata = Partial<ObjectMeta>;

/** A field of the wrong type, in the words of a real API server. */
export interface MistypedField {
  field: string;
  actual: string;
  expected: string;
}

/** What reading metadata found. */
export interface MetadataReading {
  metadata: SentMetadata;
  /** Paths of fields that metadata does not have. */
  unknownFields: string[];
  mistyped: MistypedField[];
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isStringMap = (value: unknown): value is Record<string, string> =>
  isJsonObject(value) && Object.values(value).every(isString);
const isStringList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isString);
const isObjectList = (value: unknown): value is JsonObject[] =>
  Array.isArray(value) && value.every(isJsonObject);
const isManagedFields = (value: unknown): value is ManagedFields[] =>
  isObjectList(value) &&
  value.every(
    entry =>
      isString(entry.manager) &&
      isString(entry.time) &&
      isJsonObject(entry.fieldsV1),
  );

/** Whether there is anything in a map or a list. Empty ones are not stored. */
export function isFilled(value: object | undefined): boolean {
  return value !== undefined && Object.keys(value).length > 0;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** Where a map or list is of the right type but an element is not, the element is what is wrong. */
function mistype(
  field: string,
  value: unknown,
  expected: string,
): MistypedField {
  const wholeIsWrong = { field, actual: typeName(value), expected };
  const isContainer = /^(map|\[\])/.test(expected);
  if (!isContainer || Array.isArray(value) !== expected.startsWith('[]')) {
    return wholeIsWrong;
  }
  const elements = isJsonObject(value) ? Object.values(value) : value;
  const wrong = Array.isArray(elements)
    ? elements.find(element => !isString(element))
    : undefined;
  return wrong === undefined
    ? wholeIsWrong
    : {
        field,
        actual: typeName(wrong),
        expected: expected.replace(/^.*\]/, ''),
      };
}

/** Reads `metadata`; null counts as absent. */
export function readObjectMeta(value: unknown): MetadataReading {
  const { selfLink, ...rest }: JsonObject = isJsonObject(value) ? value : {};
  const mistyped: MistypedField[] = [];
  if (value !== undefined && value !== null && !isJsonObject(value)) {
    mistyped.push(mistype('metadata', value, 'v1.ObjectMeta'));
  }
  function take<T>(
    field: keyof ObjectMeta,
    expected: string,
    is: (candidate: unknown) => candidate is T,
  ): T | undefined {
    const found = rest[field];
    delete rest[field];
    if (found === undefined || found === null) {
      return undefined;
    }
    if (is(found)) {
      return found;
    }
    mistyped.push(mistype(`ObjectMeta.${field}`, found, expected));
    return undefined;
  }
  const metadata: SentMetadata = {
    name: take('name', 'string', isString),
    generateName: take('generateName', 'string', isString),
    namespace: take('namespace', 'string', isString),
    uid: take('uid', 'string', isString),
    resourceVersion: take('resourceVersion', 'string', isString),
    generation: take('generation', 'int64', isNumber),
    creationTimestamp: take('creationTimestamp', 'string', isString),
    deletionTimestamp: take('deletionTimestamp', 'string', isString),
    deletionGracePeriodSeconds: take(
      'deletionGracePeriodSeconds',
      'int64',
      isNumber,
    ),
    labels: take('labels', 'map[string]string', isStringMap),
    annotations: take('annotations', 'map[string]string', isStringMap),
    finalizers: take('finalizers', '[]string', isStringList),
    ownerReferences: take('ownerReferences', '[]OwnerReference', isObjectList),
    managedFields: take(
      'managedFields',
      '[]ManagedFieldsEntry',
      isManagedFields,
    ),
  };
  return {
    metadata,
    unknownFields: Object.keys(rest).map(field => `metadata.${field}`),
    mistyped,
  };
}
