import { randomBytes, randomUUID } from 'node:crypto';
import { ApiObject, ObjectMeta, timestamp } from '../objects/ApiObject';
import { JsonObject, without } from '../objects/json';
import { updateManagedFields } from '../objects/managedFields';
import { groupVersion, resourceName } from '../registry/ResourceDefinition';
import { ResourceRegistry, ServedResource } from '../registry/ResourceRegistry';
import {
  alreadyExists,
  badRequest,
  forbidden,
  notFound,
} from '../status/errors';
import { StatusError } from '../status/Status';
import { storeKey } from '../storage/ResourceStore';
import {
  cannotBeHandled,
  decodeObject,
  strictComplaints,
} from './decodeObject';
import { isFilled, SentMetadata } from './readObjectMeta';
import { validateMetadata } from './validateMetadata';
import { assertKind, assertValid } from './validateWrite';
import { WriteOptions, WriteResult } from './WriteRequest';
import { writeWarnings } from './writeWarnings';

function newMetadata(
  sent: SentMetadata,
  namespace: string | undefined,
  hasGeneration: boolean,
): ObjectMeta {
  const generated = sent.generateName
    ? `${sent.generateName}${randomBytes(4).toString('hex').slice(0, 5)}`
    : '';
  const { generateName, labels, annotations, finalizers, ownerReferences } =
    sent;
  return {
    ...(isFilled(annotations) ? { annotations } : {}),
    creationTimestamp: timestamp(),
    ...(isFilled(finalizers) ? { finalizers } : {}),
    ...(generateName ? { generateName } : {}),
    ...(hasGeneration ? { generation: 1 } : {}),
    ...(isFilled(labels) ? { labels } : {}),
    name: sent.name || generated,
    ...(namespace === undefined ? {} : { namespace }),
    ...(isFilled(ownerReferences) ? { ownerReferences } : {}),
    uid: randomUUID(),
  };
}

function assertNamespace(
  registry: ResourceRegistry,
  { definition }: ServedResource,
  namespace: string,
  name: string,
): void {
  const namespaces = registry.require('', 'namespaces');
  const found = namespaces.store.get(storeKey(undefined, namespace));
  if (!found) {
    throw notFound({ group: '', resource: 'namespaces' }, namespace);
  }
  if (found.metadata.deletionTimestamp) {
    throw forbidden(
      resourceName(definition),
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
    );
  }
}

/**
 * Creates an object from what a client sent.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function createObject(
  registry: ResourceRegistry,
  resource: ServedResource,
  namespace: string | undefined,
  body: JsonObject,
  options: WriteOptions,
): WriteResult {
  const { definition, store } = resource;
  assertKind(body, definition);
  const {
    content,
    metadata: sent,
    unknownFields,
  } = decodeObject(body, definition);
  if (unknownFields.length > 0 && options.fieldValidation === 'Strict') {
    throw cannotBeHandled(definition, strictComplaints(unknownFields));
  }
  if (definition.namespaced && sent.namespace && sent.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (sent.resourceVersion) {
    throw new StatusError(
      500,
      undefined,
      'resourceVersion should not be set on objects to be created',
    );
  }
  const metadata = newMetadata(sent, namespace, definition.hasGeneration);
  if (namespace !== undefined) {
    assertNamespace(registry, resource, namespace, metadata.name);
  }
  const draft: ApiObject = {
    ...(definition.hasStatus ? without(content, 'status') : content),
    apiVersion: groupVersion(definition),
    kind: definition.kind,
    metadata,
  };
  const normal = definition.normalize?.(draft) ?? draft;
  const prepared = definition.prepare?.(normal) ?? normal;
  const manager = { name: options.fieldManager };
  const object: ApiObject = {
    ...prepared,
    metadata: {
      ...prepared.metadata,
      managedFields: updateManagedFields(
        prepared,
        undefined,
        manager,
        metadata.creationTimestamp,
      ),
    },
  };
  assertValid(
    object,
    definition,
    validateMetadata(metadata, definition.nameRule),
  );
  const key = storeKey(namespace, metadata.name);
  if (store.get(key)) {
    throw alreadyExists(resourceName(definition), metadata.name);
  }
  return {
    code: 201,
    body: options.dryRun ? object : store.put(key, object),
    warnings: writeWarnings(options, unknownFields, metadata.finalizers),
  };
}
