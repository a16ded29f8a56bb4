import { ObjectMeta } from '../objects/ApiObject';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import {
  fieldForbidden,
  FieldError,
  invalid,
  required,
} from '../status/fieldErrors';
import { SentMetadata } from './readObjectMeta';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const ANNOTATIONS_LIMIT_BYTES = 256 * 1024;

const SUBDOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const NAME_PART_RULE =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const LABEL_VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function validateName(
  name: string,
  rule: ResourceDefinition['nameRule'],
): FieldError[] {
  const field = 'metadata.name';
  if (rule === 'label' && name !== '') {
    return name.length <= 63 && LABEL.test(name)
      ? []
      : [invalid(field, name, LABEL_RULE)];
  }
  if (name === '') {
    return [required(field, 'name or generateName is required')];
  }
  const errors: FieldError[] = [];
  if (name.length > 253) {
    errors.push(invalid(field, name, 'must be no more than 253 characters'));
  }
  if (!SUBDOMAIN.test(name)) {
    errors.push(invalid(field, name, SUBDOMAIN_RULE));
  }
  return errors;
}

function validateQualifiedName(key: string, field: string): FieldError[] {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  const prefixIsFine =
    parts.length === 1 || (parts.length === 2 && SUBDOMAIN.test(parts[0]));
  return prefixIsFine && name.length <= 63 && QUALIFIED_NAME.test(name)
    ? []
    : [invalid(field, key, NAME_PART_RULE)];
}

function validateLabels(labels: Record<string, string>): FieldError[] {
  const field = 'metadata.labels';
  return Object.entries(labels).flatMap(([key, value]) => {
    const errors = validateQualifiedName(key, field);
    if (value.length > 63) {
      errors.push(invalid(field, value, 'must be no more than 63 bytes'));
    }
    if (!LABEL_VALUE.test(value)) {
      errors.push(invalid(field, value, LABEL_VALUE_RULE));
    }
    return errors;
  });
}

function validateAnnotations(
  annotations: Record<string, string>,
): FieldError[] {
  const field = 'metadata.annotations';
  let bytes = 0;
  const errors = Object.entries(annotations).flatMap(([key, value]) => {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    return validateQualifiedName(key.toLowerCase(), field);
  });
  if (bytes > ANNOTATIONS_LIMIT_BYTES) {
    errors.push({
      field,
      reason: 'FieldValueTooLong',
      message: `Too long: may not be more than ${ANNOTATIONS_LIMIT_BYTES} bytes`,
    });
  }
  return errors;
}

/** Checks what a client may choose in metadata: name, labels, annotations. */
export function validateMetadata(
  metadata: ObjectMeta,
  nameRule: ResourceDefinition['nameRule'],
): FieldError[] {
  return [
    ...validateName(metadata.name, nameRule),
    ...validateLabels(metadata.labels ?? {}),
    ...validateAnnotations(metadata.annotations ?? {}),
  ];
}

function immutable(field: string, value: unknown): FieldError {
  return invalid(field, value, 'field is immutable');
}

/** A real API server checks the rules of an update twice, and names each error as two causes. */
function twice(errors: readonly FieldError[]): FieldError[] {
  return errors.flatMap(error => [error, error]);
}

/**
 * Checks what must not change in metadata once an object exists.
 *
 * @param sent - what the client sent
 * @param next - what becomes of it
 */
export function validateMetadataUpdate(
  sent: SentMetadata,
  next: ObjectMeta,
  current: ObjectMeta,
): FieldError[] {
  const errors: FieldError[] = [];
  if (sent.uid && sent.uid !== current.uid) {
    errors.push(immutable('metadata.uid', sent.uid));
  }
  if (
    sent.deletionTimestamp &&
    sent.deletionTimestamp !== current.deletionTimestamp
  ) {
    errors.push(
      immutable('metadata.deletionTimestamp', sent.deletionTimestamp),
    );
  }
  if (current.deletionTimestamp) {
    const known = current.finalizers ?? [];
    const added = (next.finalizers ?? []).filter(
      finalizer => !known.includes(finalizer),
    );
    if (added.length > 0) {
      errors.push(
        fieldForbidden(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers ${goStrings(
            added,
          )}`,
        ),
      );
    }
  }
  return twice([
    ...errors,
    ...validateLabels(next.labels ?? {}),
    ...validateAnnotations(next.annotations ?? {}),
  ]);
}

function goStrings(values: readonly string[]): string {
  return `[]string{${values.map(value => JSON.stringify(value)).join(', ')}}`;
}
