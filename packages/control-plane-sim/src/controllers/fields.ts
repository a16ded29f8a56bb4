import { isJsonObject, stringAt } from '../objects/json';

/** The field if it holds a string that is not empty. */
export function textAt(value: unknown, field: string): string | undefined {
  return stringAt(value, field) || undefined;
}

/** The field if it holds a whole number. */
export function integerAt(value: unknown, field: string): number | undefined {
  const found = isJsonObject(value) ? value[field] : undefined;
  return typeof found === 'number' && Number.isInteger(found)
    ? found
    : undefined;
}

/** The elements of the array that the field holds; none for anything else. */
export function listAt(value: unknown, field: string): readonly unknown[] {
  const found = isJsonObject(value) ? value[field] : undefined;
  return Array.isArray(found) ? found : [];
}
