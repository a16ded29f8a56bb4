import { ApiObject, timestamp } from '../objects/ApiObject';
import { jsonEqual, JsonObject, without } from '../objects/json';
import { updateManagedFields } from '../objects/managedFields';
import { ServedResource } from '../registry/ResourceRegistry';
import { assertSameObject } from './assertSameObject';
import { decodeObject, strictComplaints } from './decodeObject';
import { mergeUpdate } from './mergeUpdate';
import { storeObject } from './storedObject';
import { validateMetadataUpdate } from './validateMetadata';
import { assertKind, assertValid } from './validateWrite';
import { WriteOptions, WriteResult } from './WriteRequest';
import { writeWarnings } from './writeWarnings';

function contentChanged(next: ApiObject, current: ApiObject): boolean {
  return !jsonEqual(
    without(next, 'metadata', 'status'),
    without(current, 'metadata', 'status'),
  );
}

/** Everything about an update besides where the new object comes from. */
export interface UpdateInput {
  resource: ServedResource;
  current: ApiObject;
  /** The whole new object as the client wants it. */
  body: JsonObject;
  options: WriteOptions;
  /** Makes the answer to unknown fields under strict validation. */
  strictError: (complaints: string) => Error;
}

/**
 * Replaces an object by what a client sent.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function applyUpdate(input: UpdateInput): WriteResult {
  const { resource, current, body, options } = input;
  const { definition } = resource;
  assertKind(body, definition);
  const decoded = decodeObject(body, definition);
  const { unknownFields, metadata: sent } = decoded;
  if (unknownFields.length > 0 && options.fieldValidation === 'Strict') {
    throw input.strictError(strictComplaints(unknownFields));
  }
  assertSameObject(resource, sent, current);
  const { subresource } = options;
  const replaced = mergeUpdate(decoded, current, definition, subresource);
  const merged = definition.normalize?.(replaced) ?? replaced;
  assertValid(
    merged,
    definition,
    validateMetadataUpdate(sent, merged.metadata, current.metadata),
    subresource,
    current,
  );
  const warnings = writeWarnings(
    options,
    unknownFields,
    merged.metadata.finalizers,
    current.metadata.finalizers,
  );
  if (jsonEqual(merged, current)) {
    return { code: 200, body: current, warnings };
  }
  const { generation } = current.metadata;
  const next: ApiObject = {
    ...merged,
    metadata: {
      ...merged.metadata,
      ...(generation !== undefined && contentChanged(merged, current)
        ? { generation: generation + 1 }
        : {}),
      managedFields: updateManagedFields(
        merged,
        current,
        { name: options.fieldManager, subresource },
        timestamp(),
      ),
    },
  };
  return {
    code: 200,
    body: options.dryRun ? next : storeObject(resource, next),
    warnings,
  };
}
