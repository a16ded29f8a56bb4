import { looksLikeSecret, redact } from './redact';
import { cleanText } from './text';

/** An object from outside, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

// The bound of a condition's message, the longest text for people in a resource.
const MAX_TEXT_LENGTH = 32_768;
const NO_FIELDS: Fields = {};

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object and no array. */
export function asFields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

/** The object in a field, or one without fields. */
export function fieldsOf(parent: Fields, field: string): Fields {
  return asFields(parent[field]) ?? NO_FIELDS;
}

/** The items of the list in a field, at most `limit`. */
export function itemsOf(
  parent: Fields,
  field: string,
  limit: number,
): readonly unknown[] {
  const value = parent[field];
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

/** A text for people: bounded, cleaned, without what looks like a credential; undefined if empty. */
export function readText(
  value: unknown,
  maxLength: number,
): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = redact(value.slice(0, MAX_TEXT_LENGTH));
  return cleanText(text, maxLength) || undefined;
}

/** A text that follows a pattern as it stands and does not look like a credential. */
export function readToken(
  value: unknown,
  pattern: RegExp,
  maxLength: number,
): string | undefined {
  return typeof value === 'string' &&
    value.length <= maxLength &&
    pattern.test(value) &&
    !looksLikeSecret(value)
    ? value
    : undefined;
}

const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The name of a Kubernetes object. */
export function readName(value: unknown): string | undefined {
  return typeof value === 'string' &&
    value.length <= 253 &&
    DNS_SUBDOMAIN.test(value)
    ? value
    : undefined;
}

/** The name of a Kubernetes namespace. */
export function readNamespace(value: unknown): string | undefined {
  return typeof value === 'string' &&
    value.length <= 63 &&
    DNS_LABEL.test(value)
    ? value
    : undefined;
}

/** A whole number within bounds. */
export function readInteger(
  value: unknown,
  min: number,
  max: number,
): number | undefined {
  return typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= min &&
    value <= max
    ? value
    : undefined;
}
