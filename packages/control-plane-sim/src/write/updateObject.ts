import { ApiObject, ObjectMeta, timestamp } from '../objects/ApiObject';
import { jsonEqual, JsonObject, stringAt, without } from '../objects/json';
import { updateManagedFields } from '../objects/managedFields';
import {
  groupVersion,
  resourceName,
  ResourceDefinition,
} from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import {
  badRequest,
  conflict,
  notFound,
  staleResourceVersion,
} from '../status/errors';
import { invalid, invalidObject } from '../status/fieldErrors';
import { storeKey } from '../storage/ResourceStore';
import {
  cannotBeHandled,
  DecodedObject,
  decodeObject,
  strictComplaints,
} from './decodeObject';
import { isFilled, SentMetadata } from './readObjectMeta';
import { validateMetadataUpdate } from './validateMetadata';
import { assertKind, assertValid } from './validateWrite';
import { WriteOptions, WriteResult } from './WriteRequest';
import { writeWarnings } from './writeWarnings';

/** Metadata after an update: what belongs to the server stays. */
function mergedMetadata(sent: SentMetadata, current: ObjectMeta): ObjectMeta {
  const { annotations, labels, finalizers, ownerReferences } = sent;
  const kept = without(
    { ...current },
    'annotations',
    'labels',
    'finalizers',
    'ownerReferences',
  );
  return {
    ...kept,
    name: current.name,
    creationTimestamp: current.creationTimestamp,
    uid: sent.uid ?? current.uid,
    resourceVersion: sent.resourceVersion,
    ...(isFilled(annotations) ? { annotations } : {}),
    ...(isFilled(labels) ? { labels } : {}),
    ...(isFilled(finalizers) ? { finalizers } : {}),
    ...(isFilled(ownerReferences) ? { ownerReferences } : {}),
  };
}

/** Through `/status` only the status changes, through the resource itself everything but the status. */
function mergedObject(
  decoded: DecodedObject,
  current: ApiObject,
  definition: ResourceDefinition,
  subresource: WriteOptions['subresource'],
): ApiObject {
  const { content, metadata } = decoded;
  const identity = {
    apiVersion: groupVersion(definition),
    kind: definition.kind,
    metadata: mergedMetadata(metadata, current.metadata),
  };
  if (subresource === 'status') {
    return {
      ...current,
      ...identity,
      metadata: {
        ...current.metadata,
        uid: identity.metadata.uid,
        resourceVersion: identity.metadata.resourceVersion,
      },
      status: content.status,
    };
  }
  if (!definition.hasStatus) {
    return { ...content, ...identity };
  }
  return {
    ...without(content, 'status'),
    ...identity,
    ...(current.status === undefined ? {} : { status: current.status }),
  };
}

function isUnchanged(next: ApiObject, current: ApiObject): boolean {
  const { metadata, ...rest } = next;
  const { metadata: before, ...restBefore } = current;
  return jsonEqual(rest, restBefore) && jsonEqual(metadata, before);
}

function contentChanged(next: ApiObject, current: ApiObject): boolean {
  return !jsonEqual(
    without(next, 'metadata', 'status'),
    without(current, 'metadata', 'status'),
  );
}

function assertSameObject(
  { definition }: ServedResource,
  sent: SentMetadata,
  { metadata }: ApiObject,
): void {
  const { name } = metadata;
  if (sent.name !== undefined && sent.name !== name) {
    throw badRequest(
      `the name of the object (${sent.name}) does not match the name on the URL (${name})`,
    );
  }
  if (
    definition.namespaced &&
    sent.namespace &&
    sent.namespace !== metadata.namespace
  ) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const { resourceVersion = '' } = sent;
  const isUnconditional = resourceVersion === '' || resourceVersion === '0';
  if (isUnconditional && !definition.isBuiltIn) {
    throw invalidObject(
      { group: definition.group, kind: definition.plural },
      name,
      [
        invalid(
          'metadata.resourceVersion',
          0,
          'must be specified for an update',
        ),
      ],
    );
  }
  if (!isUnconditional && resourceVersion !== metadata.resourceVersion) {
    throw staleResourceVersion(resourceName(definition), name);
  }
}

/**
 * The stored object.
 *
 * @throws StatusError 404 where there is none
 */
export function requireObject(
  { definition, store }: ServedResource,
  namespace: string | undefined,
  name: string,
): ApiObject {
  const found = store.get(storeKey(namespace, name));
  if (!found) {
    throw notFound(resourceName(definition), name);
  }
  return found;
}

/** Stores an object, or removes it where its deletion only waited for the last finalizer. */
export function storeObject(
  { store }: ServedResource,
  next: ApiObject,
): ApiObject {
  const { namespace, name, deletionTimestamp, finalizers = [] } = next.metadata;
  const key = storeKey(namespace, name);
  const isGone = deletionTimestamp !== undefined && finalizers.length === 0;
  return (isGone ? store.remove(key, next) : store.put(key, next)) ?? next;
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
  const replaced = mergedObject(
    decoded,
    current,
    definition,
    options.subresource,
  );
  const merged = definition.normalize?.(replaced) ?? replaced;
  assertValid(
    merged,
    definition,
    validateMetadataUpdate(sent, merged.metadata, current.metadata),
    options.subresource,
    current,
  );
  const warnings = writeWarnings(
    options,
    unknownFields,
    merged.metadata.finalizers,
    current.metadata.finalizers,
  );
  const { resourceVersion } = current.metadata;
  const unversioned = {
    ...merged,
    metadata: { ...merged.metadata, resourceVersion },
  };
  if (isUnchanged(unversioned, current)) {
    return { code: 200, body: current, warnings };
  }
  const { generation } = current.metadata;
  const next: ApiObject = {
    ...unversioned,
    metadata: {
      ...unversioned.metadata,
      ...(generation !== undefined && contentChanged(unversioned, current)
        ? { generation: generation + 1 }
        : {}),
      managedFields: updateManagedFields(
        unversioned,
        current,
        { name: options.fieldManager, subresource: options.subresource },
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

/**
 * Replaces an object (PUT).
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function updateObject(
  resource: ServedResource,
  namespace: string | undefined,
  name: string,
  body: JsonObject,
  options: WriteOptions,
): WriteResult {
  const { definition } = resource;
  const current = requireObject(resource, namespace, name);
  const uid = stringAt(body.metadata, 'uid');
  if (uid && uid !== current.metadata.uid) {
    const { group, plural } = definition;
    const key = `/registry/${group}/${plural}${storeKey(namespace, name)}`;
    throw conflict(
      resourceName(definition),
      name,
      `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
    );
  }
  return applyUpdate({
    resource,
    current,
    body,
    options,
    strictError: complaints => cannotBeHandled(definition, complaints),
  });
}
