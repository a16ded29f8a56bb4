import { isJsonObject, jsonEqual } from '../objects/json';
import { FieldError, invalid } from '../status/fieldErrors';
import { itemPath, propertyPath } from './fieldPath';
import { Schema, SchemaRule } from './Schema';

/** A rule that compares with the former value applies to updates only. */
function isTransitionRule(rule: string): boolean {
  return /\boldSelf\b/.test(rule);
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function violated(
  { rule, message, evaluate }: SchemaRule,
  self: unknown,
  oldSelf: unknown,
): string | undefined {
  try {
    return evaluate({ self, oldSelf }) === true
      ? undefined
      : message ?? `failed rule: ${rule}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${reason} evaluating rule: ${message ?? rule}`;
  }
}

/** Elements of a list with map keys correspond by those; elements of other lists never do. */
function oldItem(item: unknown, schema: Schema, old: unknown): unknown {
  const keys = schema.listMapKeys;
  if (keys.length === 0 || !isJsonObject(item) || !Array.isArray(old)) {
    return undefined;
  }
  return old.find(
    candidate =>
      isJsonObject(candidate) &&
      keys.every(key => jsonEqual(candidate[key], item[key])),
  );
}

/** Evaluates the rules of a schema in the Common Expression Language (`x-kubernetes-validations`). */
export function validateRules(
  value: unknown,
  schema: Schema,
  path: string,
  old: unknown,
): FieldError[] {
  if (!schema.containsRules) {
    return [];
  }
  const unchanged = old !== undefined && jsonEqual(value, old);
  const applicable = schema.rules.filter(({ rule }) =>
    isTransitionRule(rule) ? old !== undefined : !unchanged,
  );
  const errors = applicable.flatMap(rule => {
    const message = violated(rule, value, old);
    return message === undefined
      ? []
      : [invalid(path || '<nil>', typeName(value), message)];
  });
  const { items, additionalProperties } = schema;
  if (Array.isArray(value) && items) {
    value.forEach((item, index) =>
      errors.push(
        ...validateRules(
          item,
          items,
          itemPath(path, index),
          oldItem(item, schema, old),
        ),
      ),
    );
  } else if (isJsonObject(value)) {
    for (const [name, child] of Object.entries(value)) {
      const property =
        schema.properties.get(name) ??
        (additionalProperties === true ? undefined : additionalProperties);
      if (property) {
        const previous = isJsonObject(old) ? old[name] : undefined;
        errors.push(
          ...validateRules(child, property, propertyPath(path, name), previous),
        );
      }
    }
  }
  return errors;
}
