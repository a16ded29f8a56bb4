import { ApiObject } from '../objects/ApiObject';
import { resourceName } from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import { badRequest, staleResourceVersion } from '../status/errors';
import { invalid, invalidObject } from '../status/fieldErrors';
import { SentMetadata } from './readObjectMeta';

/**
 * Checks that an update is about the object that is stored, in the version that is stored.
 *
 * @throws StatusError 400 for another object, 409 for another version, 422 where none is named
 */
export function assertSameObject(
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
