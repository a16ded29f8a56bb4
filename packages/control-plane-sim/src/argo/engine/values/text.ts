import { isJsonObject } from '../../../objects/json';

/** A value that Argo takes for text: numbers and booleans as they are written. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** The text in the field, see {@link asText}. */
export function anyTextAt(value: unknown, field: string): string | undefined {
  return isJsonObject(value) ? asText(value[field]) : undefined;
}

/** The number in the field, be it written as a number or as text. */
export function numberAt(value: unknown, field: string): number | undefined {
  const text = anyTextAt(value, field);
  const number = Number(text);
  return text === undefined || text === '' || Number.isNaN(number)
    ? undefined
    : number;
}

/** Whether the field holds `true`. */
export function flagAt(value: unknown, field: string): boolean {
  return isJsonObject(value) && value[field] === true;
}

/** The fields that hold text, numbers or booleans, as text. */
export function textsIn(value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, found] of Object.entries(
    isJsonObject(value) ? value : {},
  )) {
    const text = asText(found);
    if (text !== undefined) {
      texts[field] = text;
    }
  }
  return texts;
}
