import { ApiObject, ObjectMeta } from '../objects/ApiObject';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { DecodedObject } from './decodeObject';
import { isFilled, SentMetadata } from './readObjectMeta';
import { WriteOptions } from './WriteRequest';

/** Metadata after an update: what belongs to the server stays. */
function mergedMetadata(sent: SentMetadata, current: ObjectMeta): ObjectMeta {
  const {
    annotations: _annotations,
    labels: _labels,
    finalizers: _finalizers,
    ownerReferences: _ownerReferences,
    ...kept
  } = current;
  const { annotations, labels, finalizers, ownerReferences } = sent;
  return {
    ...kept,
    ...(isFilled(annotations) ? { annotations } : {}),
    ...(isFilled(labels) ? { labels } : {}),
    ...(isFilled(finalizers) ? { finalizers } : {}),
    ...(isFilled(ownerReferences) ? { ownerReferences } : {}),
  };
}

/**
 * What an update makes of an object: through `/status` only the status changes, through the resource
 * itself everything but the status.
 */
export function mergeUpdate(
  { content, metadata }: DecodedObject,
  current: ApiObject,
  { hasStatus }: ResourceDefinition,
  subresource: WriteOptions['subresource'],
): ApiObject {
  if (subresource === 'status') {
    return { ...current, status: content.status };
  }
  const { status, ...rest } = content;
  const kept = hasStatus ? current.status : status;
  return {
    ...rest,
    apiVersion: current.apiVersion,
    kind: current.kind,
    metadata: mergedMetadata(metadata, current.metadata),
    ...(kept === undefined ? {} : { status: kept }),
  };
}
