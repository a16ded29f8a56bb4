import { maskText } from '@openchoreo-planes/backstage-plugin-planes-common';
import { cleanText, cutText } from './text';

/** An object from outside, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The longest text that is kept of anything. */
export const MAX_TEXT_LENGTH = 10_000;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object and no array. */
export function asFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

/** What is found by following fields; undefined where one is absent. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const field of path) {
    const fields = asFields(current);
    if (!fields || !Object.hasOwn(fields, field)) {
      return undefined;
    }
    current = fields[field];
  }
  return current;
}

/** The object that is found by following fields, or one without fields. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  return asFields(valueAt(value, ...path)) ?? {};
}

/** The items of a list, at most `limit`; none if it is no list. */
export function readList(value: unknown, limit: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

/** A text for people: cleaned, without secrets, bounded; undefined if empty. */
export function readText(
  value: unknown,
  maxLength: number = MAX_TEXT_LENGTH,
): string | undefined {
  return typeof value === 'string' && value !== ''
    ? cutText(maskText(cleanText(value).trim()), maxLength) || undefined
    : undefined;
}

/** A text that follows a pattern and does not look like a secret, as it stands. */
export function readToken(
  value: unknown,
  pattern: RegExp,
  maxLength: number,
): string | undefined {
  return typeof value === 'string' &&
    value.length <= maxLength &&
    pattern.test(value) &&
    maskText(value) === value
    ? value
    : undefined;
}

const OBJECT_NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** The name of a Kubernetes object or namespace. */
export function readName(value: unknown): string | undefined {
  return readToken(value, OBJECT_NAME, 253);
}
