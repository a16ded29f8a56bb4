import { isJsonObject } from '../../../objects/json';
import { asText } from '../values/text';
import { evaluateExpression } from './evaluate';
import { Scope } from './Scope';

const REFERENCE = /\{\{(.*?)\}\}/gs;

/** Whether the value holds a `{{reference}}` anywhere. */
export function hasReferences(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.includes('{{');
  }
  if (Array.isArray(value)) {
    return value.some(hasReferences);
  }
  return isJsonObject(value) && Object.values(value).some(hasReferences);
}

/** The text with every reference that the scope knows replaced; others stay, for whoever knows them. */
function substituteText(text: string, scope: Scope): string {
  return text.includes('{{')
    ? text.replace(REFERENCE, (whole, inside: string) => {
        const name = inside.trim();
        return (
          (name.startsWith('=')
            ? expressionText(name.slice(1), scope)
            : scope.get(name)) ?? whole
        );
      })
    : text;
}

function expressionText(expression: string, scope: Scope): string | undefined {
  const value = evaluateExpression(expression, scope);
  return Array.isArray(value) || isJsonObject(value)
    ? JSON.stringify(value)
    : asText(value);
}

/** A copy of the JSON value with {@link substituteText} applied to every text in it; the value itself where nothing changes. */
export function substitute<T>(value: T, scope: Scope): T;
export function substitute(value: unknown, scope: Scope): unknown {
  if (!hasReferences(value)) {
    return value;
  }
  if (typeof value === 'string') {
    return substituteText(value, scope);
  }
  if (Array.isArray(value)) {
    return value.map(item => substitute<unknown>(item, scope));
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const result: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    result[field] = substitute<unknown>(inner, scope);
  }
  return result;
}

/** The names of all references in the value, in order, expressions left out. */
export function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(REFERENCE)]
      .map(([, inside]) => inside.trim())
      .filter(name => !name.startsWith('='));
  }
  if (Array.isArray(value)) {
    return value.flatMap(referencesIn);
  }
  return isJsonObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}
