import { StatusError } from './Status';

/** One invalid field, in the words of Kubernetes. */
export interface FieldError {
  /** `<nil>` where it concerns no field in particular. */
  field: string;
  reason:
    | 'FieldValueRequired'
    | 'FieldValueInvalid'
    | 'FieldValueTypeInvalid'
    | 'FieldValueNotSupported'
    | 'FieldValueTooLong'
    | 'FieldValueTooMany'
    | 'FieldValueDuplicate'
    | 'FieldValueForbidden';
  message: string;
}

export function required(field: string, detail?: string): FieldError {
  return {
    field,
    reason: 'FieldValueRequired',
    message: detail ? `Required value: ${detail}` : 'Required value',
  };
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

export function invalid(
  field: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${shown(value)}: ${detail}`,
  };
}

export function typeInvalid(
  field: string,
  actual: string,
  detail: string,
): FieldError {
  return {
    field,
    reason: 'FieldValueTypeInvalid',
    message: `Invalid value: ${shown(actual)}: ${detail}`,
  };
}

export function notSupported(
  field: string,
  value: unknown,
  supported: readonly unknown[],
): FieldError {
  const values = supported.map(item =>
    JSON.stringify(typeof item === 'string' ? item : shown(item)),
  );
  return {
    field,
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${shown(
      value,
    )}: supported values: ${values.join(', ')}`,
  };
}

export function tooLong(field: string, maxBytes: number): FieldError {
  return {
    field,
    reason: 'FieldValueTooLong',
    message: `Too long: may not be more than ${maxBytes} bytes`,
  };
}

export function tooMany(
  field: string,
  actual: number,
  max: number,
): FieldError {
  return {
    field,
    reason: 'FieldValueTooMany',
    message: `Too many: ${actual}: must have at most ${max} items`,
  };
}

export function duplicate(field: string, value: unknown): FieldError {
  return {
    field,
    reason: 'FieldValueDuplicate',
    message: `Duplicate value: ${shown(value)}`,
  };
}

export function fieldForbidden(field: string, detail: string): FieldError {
  return {
    field,
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${detail}`,
  };
}

/**
 * The 422 answer for an object with invalid fields. An error that is there twice is a cause twice, but
 * is said once.
 */
export function invalidObject(
  { group, kind }: { group: string; kind: string },
  name: string,
  errors: readonly FieldError[],
): StatusError {
  const lines = [
    ...new Set(errors.map(({ field, message }) => `${field}: ${message}`)),
  ];
  const summary = lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${group ? `${kind}.${group}` : kind} "${name}" is invalid: ${summary}`,
    {
      ...(name ? { name } : {}),
      ...(group ? { group } : {}),
      ...(kind ? { kind } : {}),
      causes: errors.map(({ reason, message, field }) => ({
        reason,
        message,
        field,
      })),
    },
  );
}
