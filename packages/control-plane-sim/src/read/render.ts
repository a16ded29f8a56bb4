import { ApiObject } from '../objects/ApiObject';
import { JsonObject } from '../objects/json';
import {
  groupVersion,
  ResourceDefinition,
} from '../registry/ResourceDefinition';
import { Representation } from './representation';

/** Metadata of a list. */
export interface ListMeta {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

function partialMetadata({ metadata }: ApiObject): JsonObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}

type TableForm = Extract<Representation, { form: 'table' }>;

function tableRow(
  object: ApiObject,
  definition: ResourceDefinition,
  { includeObject }: TableForm,
): JsonObject {
  const shown = includeObject === 'Object' ? object : partialMetadata(object);
  return {
    cells: definition.printerColumns.map(column => column.cell(object)),
    ...(includeObject === 'None' ? {} : { object: shown }),
  };
}

function table(
  objects: readonly ApiObject[],
  definition: ResourceDefinition,
  form: TableForm,
  metadata: JsonObject,
  withColumns = true,
): JsonObject {
  return {
    kind: 'Table',
    apiVersion: form.apiVersion,
    metadata,
    columnDefinitions: withColumns
      ? definition.printerColumns.map(
          ({ name, type, format, description, priority }) => ({
            name,
            type,
            format,
            description,
            priority,
          }),
        )
      : null,
    rows: objects.map(object => tableRow(object, definition, form)),
  };
}

/**
 * One object in the form that the client asked for.
 *
 * @param withColumns - false for the later events of a watch, whose columns are known already
 */
export function renderObject(
  object: ApiObject,
  definition: ResourceDefinition,
  representation: Representation,
  withColumns = true,
): object {
  const { resourceVersion } = object.metadata;
  switch (representation.form) {
    case 'table':
      return table(
        [object],
        definition,
        representation,
        { resourceVersion },
        withColumns,
      );
    case 'metadata':
      return partialMetadata(object);
    default:
      return object;
  }
}

/** A list in the form that the client asked for. */
export function renderList(
  objects: readonly ApiObject[],
  metadata: ListMeta,
  definition: ResourceDefinition,
  representation: Representation,
): object {
  switch (representation.form) {
    case 'table':
      return table(objects, definition, representation, { ...metadata });
    case 'metadata':
      return {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: objects.map(partialMetadata),
      };
    default:
      return {
        apiVersion: groupVersion(definition),
        items: objects,
        kind: definition.listKind,
        // Lists of custom resources carry the token even where there is none.
        metadata: definition.schema ? { continue: '', ...metadata } : metadata,
      };
  }
}
