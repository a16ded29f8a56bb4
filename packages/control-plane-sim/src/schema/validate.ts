import { isJsonObject, jsonEqual, JsonObject } from '../objects/json';
import {
  FieldError,
  invalid,
  notSupported,
  required,
  tooLong,
  tooMany,
  typeInvalid,
} from '../status/fieldErrors';
import { itemPath, propertyPath } from './fieldPath';
import { hasStringFormat } from './formats';
import { Schema } from './Schema';

function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function hasType(value: unknown, schema: Schema): boolean {
  if (value === null && schema.nullable) {
    return true;
  }
  if (schema.intOrString) {
    return typeof value === 'string' || Number.isInteger(value);
  }
  switch (schema.type) {
    case undefined:
      return true;
    case 'number':
      return typeof value === 'number';
    default:
      return typeOf(value) === schema.type;
  }
}

/** The first thing that is wrong with a string, as Kubernetes names no second. */
function validateString(
  value: string,
  schema: Schema,
  path: string,
): FieldError[] {
  const { minLength, maxLength, pattern, format } = schema;
  const length = [...value].length;
  if (maxLength !== undefined && length > maxLength) {
    return [tooLong(path, maxLength)];
  }
  if (minLength !== undefined && length < minLength) {
    return [
      invalid(
        path,
        value,
        `${path} in body should be at least ${minLength} chars long`,
      ),
    ];
  }
  if (pattern && !pattern.expression.test(value)) {
    return [
      invalid(path, value, `${path} in body should match '${pattern.source}'`),
    ];
  }
  if (format && !hasStringFormat(value, format)) {
    return [
      typeInvalid(
        path,
        value,
        `${path} in body must be of type ${format}: ${JSON.stringify(value)}`,
      ),
    ];
  }
  return [];
}

function validateNumber(
  value: number,
  schema: Schema,
  path: string,
): FieldError[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    schema;
  const complaints: string[] = [];
  if (maximum !== undefined && exclusiveMaximum && value >= maximum) {
    complaints.push(`should be less than ${maximum}`);
  } else if (maximum !== undefined && value > maximum) {
    complaints.push(`should be less than or equal to ${maximum}`);
  }
  if (minimum !== undefined && exclusiveMinimum && value <= minimum) {
    complaints.push(`should be greater than ${minimum}`);
  } else if (minimum !== undefined && value < minimum) {
    complaints.push(`should be greater than or equal to ${minimum}`);
  }
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    complaints.push(`should be a multiple of ${multipleOf}`);
  }
  return complaints.map(why => invalid(path, value, `${path} in body ${why}`));
}

function validateArray(
  value: unknown[],
  schema: Schema,
  path: string,
): FieldError[] {
  const { minItems, maxItems, items } = schema;
  const errors: FieldError[] = [];
  if (items) {
    errors.push(
      ...value.flatMap((item, index) =>
        validateValue(item, items, itemPath(path, index)),
      ),
    );
  }
  if (maxItems !== undefined && value.length > maxItems) {
    errors.push(tooMany(path, value.length, maxItems));
  }
  if (minItems !== undefined && value.length < minItems) {
    errors.push(
      invalid(
        path,
        value.length,
        `${path} in body should have at least ${minItems} items`,
      ),
    );
  }
  return errors;
}

function validateProperties(
  value: JsonObject,
  schema: Schema,
  path: string,
  old: unknown,
): FieldError[] {
  const errors: FieldError[] = [];
  const { minProperties, maxProperties, additionalProperties } = schema;
  const size = Object.keys(value).length;
  if (maxProperties !== undefined && size > maxProperties) {
    errors.push(tooMany(path, size, maxProperties));
  }
  if (minProperties !== undefined && size < minProperties) {
    errors.push(
      invalid(
        path,
        size,
        `${path} in body should have at least ${minProperties} properties`,
      ),
    );
  }
  for (const [name, child] of Object.entries(value)) {
    const property =
      schema.properties.get(name) ??
      (additionalProperties === true ? undefined : additionalProperties);
    if (property) {
      const previous = isJsonObject(old) ? old[name] : undefined;
      errors.push(
        ...validateValue(child, property, propertyPath(path, name), previous),
      );
    }
  }
  for (const name of schema.required) {
    if (value[name] === undefined) {
      errors.push(required(propertyPath(path, name)));
    }
  }
  return errors;
}

function validateCombinations(
  value: unknown,
  schema: Schema,
  path: string,
): FieldError[] {
  const fits = (other: Schema) =>
    validateValue(value, other, path).length === 0;
  const errors = schema.allOf.flatMap(other =>
    validateValue(value, other, path),
  );
  const subject = path === '' ? '""' : `"${path}"`;
  if (schema.anyOf.length > 0 && !schema.anyOf.some(fits)) {
    errors.push(
      invalid(path, '', `${subject} must validate at least one schema (anyOf)`),
    );
  }
  if (schema.oneOf.length > 0 && schema.oneOf.filter(fits).length !== 1) {
    errors.push(
      invalid(
        path,
        '',
        `${subject} must validate one and only one schema (oneOf)`,
      ),
    );
  }
  if (schema.not && fits(schema.not)) {
    errors.push(
      invalid(path, '', `${subject} must not validate the schema (not)`),
    );
  }
  return errors;
}

/**
 * Checks a value against a schema. What has not changed against `old` is not checked again, as
 * Kubernetes lets an object that became invalid be edited elsewhere.
 */
export function validateValue(
  value: unknown,
  schema: Schema,
  path: string,
  old?: unknown,
): FieldError[] {
  if (old !== undefined && jsonEqual(value, old)) {
    return [];
  }
  if (!hasType(value, schema)) {
    const expected = schema.intOrString ? 'integer,string' : schema.type;
    const actual = typeOf(value);
    return [
      typeInvalid(
        path,
        actual,
        `${path} in body must be of type ${expected}: "${actual}"`,
      ),
    ];
  }
  if (value === null) {
    return [];
  }
  const errors: FieldError[] = [];
  if (schema.enum && !schema.enum.some(option => jsonEqual(option, value))) {
    errors.push(notSupported(path, value, schema.enum));
  }
  if (typeof value === 'string') {
    errors.push(...validateString(value, schema, path));
  } else if (typeof value === 'number') {
    errors.push(...validateNumber(value, schema, path));
  } else if (Array.isArray(value)) {
    errors.push(...validateArray(value, schema, path));
  } else if (isJsonObject(value)) {
    errors.push(...validateProperties(value, schema, path, old));
  }
  errors.push(...validateCombinations(value, schema, path));
  return errors;
}
