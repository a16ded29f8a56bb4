import { asFields, Fields, MAX_TEXT_LENGTH } from './readers';
import { cutText } from './text';

const MAX_DEPTH = 20;
const MAX_VALUES = 2000;
const MAX_KEY_LENGTH = 500;

interface Budget {
  values: number;
}

function bounded(value: unknown, depth: number, budget: Budget): unknown {
  budget.values -= 1;
  if (budget.values < 0 || depth > MAX_DEPTH) {
    return undefined;
  }
  if (typeof value === 'string') {
    return cutText(value, MAX_TEXT_LENGTH);
  }
  if (Array.isArray(value)) {
    return value
      .slice(0, budget.values)
      .map(item => bounded(item, depth + 1, budget))
      .filter(item => item !== undefined);
  }
  const fields = asFields(value);
  if (!fields) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, budget.values)
      .filter(([key]) => key.length <= MAX_KEY_LENGTH)
      .map(([key, child]) => [key, bounded(child, depth + 1, budget)])
      .filter(([, child]) => child !== undefined),
  );
}

/**
 * An object from outside with at most 2 000 values in at most 20 levels, and texts of at most 10 000 characters; an object
 * without fields where there is none.
 */
export function boundedFields(value: unknown): Fields {
  const fields = asFields(value);
  return fields
    ? asFields(bounded(fields, 0, { values: MAX_VALUES })) ?? {}
    : {};
}
