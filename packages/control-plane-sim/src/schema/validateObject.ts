import { JsonObject } from '../objects/json';
import { FieldError } from '../status/fieldErrors';
import { validateListKeys } from './validateListKeys';
import { Schema } from './Schema';
import { validateRules } from './validateRules';
import { validateValue } from './validate';

/** With one of these the rules of a schema cannot be evaluated safely. */
const BLOCKING_REASONS: ReadonlySet<FieldError['reason']> = new Set([
  'FieldValueRequired',
  'FieldValueTypeInvalid',
  'FieldValueNotSupported',
  'FieldValueTooLong',
  'FieldValueTooMany',
]);

const RULES_SKIPPED: FieldError = {
  field: '<nil>',
  reason: 'FieldValueInvalid',
  message:
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
};

/** Checks a whole object: structure, keys of lists, then the rules. */
export function validateObject(
  object: JsonObject,
  schema: Schema,
  old?: JsonObject,
): FieldError[] {
  const errors = [
    ...validateValue(object, schema, '', old),
    ...validateListKeys(object, schema, '', old),
  ];
  if (!schema.containsRules) {
    return errors;
  }
  return errors.some(({ reason }) => BLOCKING_REASONS.has(reason))
    ? [...errors, RULES_SKIPPED]
    : [...errors, ...validateRules(object, schema, '', old)];
}
