import { createHash } from 'node:crypto';
import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
  stringsIn,
} from '../objects/json';
import { parseSchema } from '../schema/Schema';
import { FieldError, invalid, required } from '../status/fieldErrors';
import { AGE_COLUMN, columnFromPath, NAME_COLUMN } from './printerColumns';
import { PrinterColumn, ResourceDefinition } from './ResourceDefinition';

function versionsOf(spec: JsonObject): JsonObject[] {
  return Array.isArray(spec.versions) ? spec.versions.filter(isJsonObject) : [];
}

/** The version that is served: of several, the one that objects are stored in. */
function servedVersion(spec: JsonObject): JsonObject | undefined {
  return versionsOf(spec).find(
    version => version.served === true && version.storage === true,
  );
}

function printerColumns(version: JsonObject): PrinterColumn[] {
  const columns = version.additionalPrinterColumns;
  if (!Array.isArray(columns)) {
    return [NAME_COLUMN, AGE_COLUMN];
  }
  return [
    NAME_COLUMN,
    ...columns.filter(isJsonObject).map(column =>
      columnFromPath(
        {
          name: stringAt(column, 'name') ?? '',
          type: stringAt(column, 'type') ?? 'string',
          format: stringAt(column, 'format') ?? '',
          description: stringAt(column, 'description') ?? '',
          priority: typeof column.priority === 'number' ? column.priority : 0,
        },
        stringAt(column, 'jsonPath') ?? '',
      ),
    ),
  ];
}

function schemaSourceOf(spec: JsonObject): JsonObject {
  return objectAt(objectAt(servedVersion(spec), 'schema'), 'openAPIV3Schema');
}

/** Why a schema cannot be checked here. */
function schemaComplaint(spec: JsonObject): string | undefined {
  try {
    parseSchema(schemaSourceOf(spec));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What keeps a CustomResourceDefinition from being accepted; the schema itself is taken as it is. */
export function validateCrd(crd: JsonObject): FieldError[] {
  const spec = objectAt(crd, 'spec');
  const names = objectAt(spec, 'names');
  const errors: FieldError[] = [];
  for (const field of ['plural', 'kind']) {
    if (!stringAt(names, field)) {
      errors.push(required(`spec.names.${field}`));
    }
  }
  if (!stringAt(spec, 'group')) {
    errors.push(required('spec.group'));
  }
  if (!servedVersion(spec)) {
    errors.push(
      invalid(
        'spec.versions',
        versionsOf(spec).map(version => stringAt(version, 'name')),
        'must have exactly one version marked as storage version, and it must be served',
      ),
    );
  }
  const unreadable = schemaComplaint(spec);
  if (unreadable !== undefined) {
    errors.push(
      invalid('spec.validation.openAPIV3Schema', 'object', unreadable),
    );
  }
  const expected = `${stringAt(names, 'plural')}.${stringAt(spec, 'group')}`;
  const name = stringAt(crd.metadata, 'name');
  if (errors.length === 0 && name !== expected) {
    errors.push(
      invalid(
        'metadata.name',
        name,
        'must be spec.names.plural+"."+spec.group',
      ),
    );
  }
  return errors;
}

/** The resource that a valid CustomResourceDefinition describes. */
export function resourceOfCrd(crd: JsonObject): ResourceDefinition {
  const spec = objectAt(crd, 'spec');
  const names = objectAt(spec, 'names');
  const version = servedVersion(spec) ?? {};
  const group = stringAt(spec, 'group') ?? '';
  const plural = stringAt(names, 'plural') ?? '';
  const kind = stringAt(names, 'kind') ?? '';
  const versionName = stringAt(version, 'name') ?? '';
  const schemaSource = schemaSourceOf(spec);
  return {
    group,
    version: versionName,
    plural,
    singular: stringAt(names, 'singular') ?? kind.toLowerCase(),
    kind,
    listKind: stringAt(names, 'listKind') ?? `${kind}List`,
    namespaced: spec.scope === 'Namespaced',
    shortNames: stringsIn(names.shortNames),
    categories: stringsIn(names.categories),
    hasStatus: isJsonObject(objectAt(version, 'subresources').status),
    hasGeneration: true,
    schema: parseSchema(schemaSource),
    schemaSource,
    printerColumns: printerColumns(version),
    selectableFields: [],
    storageVersionHash: createHash('sha256')
      .update(`${group}/${versionName}/${kind}`)
      .digest()
      .subarray(0, 8)
      .toString('base64'),
    isBuiltIn: false,
    nameRule: 'subdomain',
  };
}

/** The names and conditions with which the server acknowledges a CustomResourceDefinition. */
export function crdStatus(crd: JsonObject, time: string): JsonObject {
  const spec = objectAt(crd, 'spec');
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    reason,
    message,
    lastTransitionTime: time,
  });
  return {
    acceptedNames: spec.names,
    storedVersions: [stringAt(servedVersion(spec), 'name')],
    conditions: [
      condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
      condition(
        'Established',
        'InitialNamesAccepted',
        'the initial names have been accepted',
      ),
    ],
  };
}
