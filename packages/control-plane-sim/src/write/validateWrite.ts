import { ApiObject } from '../objects/ApiObject';
import { stringAt } from '../objects/json';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { Schema } from '../schema/Schema';
import { validateListKeys } from '../schema/validateListKeys';
import { validateValue } from '../schema/validate';
import { validateObject } from '../schema/validateObject';
import { FieldError, invalid, invalidObject } from '../status/fieldErrors';
import { WriteOptions } from './WriteRequest';

/** A status written by itself is checked by itself: messages name its fields relative to it. */
function validateStatus(
  object: ApiObject,
  schema: Schema,
  old: ApiObject | undefined,
): FieldError[] {
  const statusSchema = schema.properties.get('status');
  if (!statusSchema) {
    return [];
  }
  const { status } = object;
  return [
    ...validateValue(status, statusSchema, '', old?.status),
    ...validateListKeys(status, statusSchema, '', old?.status),
  ].map(error => ({ ...error, field: `status.${error.field}` }));
}

function validateContent(
  object: ApiObject,
  schema: Schema,
  old: ApiObject | undefined,
): FieldError[] {
  // Metadata has its own checks; the schemas only say that it is an object.
  const metadata = {};
  return validateObject(
    { ...object, metadata },
    schema,
    old && { ...old, metadata },
  );
}

/**
 * Checks an object against its resource's schema and rules.
 *
 * @param old - the object before an update
 * @throws StatusError 422 with every invalid field
 */
export function assertValid(
  object: ApiObject,
  definition: ResourceDefinition,
  metadataErrors: readonly FieldError[],
  subresource?: WriteOptions['subresource'],
  old?: ApiObject,
): void {
  const { schema } = definition;
  const check = subresource === 'status' ? validateStatus : validateContent;
  const errors = [
    ...metadataErrors,
    ...(definition.validate?.(object) ?? []),
    ...(schema ? check(object, schema, old) : []),
  ];
  if (errors.length > 0) {
    throw invalidObject(definition, object.metadata.name, errors);
  }
}

/**
 * Checks that an object is of the kind of its resource.
 *
 * @throws StatusError 422 where it is of another
 */
export function assertKind(
  object: { kind?: unknown; metadata?: unknown },
  { group, kind }: ResourceDefinition,
): void {
  if (object.kind !== kind) {
    throw invalidObject(
      { group, kind: String(object.kind) },
      stringAt(object.metadata, 'name') ?? '',
      [invalid('kind', object.kind, `must be ${kind}`)],
    );
  }
}
