import { redact } from '../parse/redact';
import { cleanText } from '../parse/text';

const MAX_LENGTH = 60;
const MAX_LOOKED_AT = 4096;

/** A text from outside as it may stand in a sentence: in one line, cut short, without what looks like a credential. */
export function cutShort(text: string): string {
  const safe = redact(text.slice(0, MAX_LOOKED_AT));
  return cleanText(safe.replace(/\s+/g, ' '), MAX_LENGTH);
}

/** {@link cutShort} in quotation marks; what is no text is named by its type. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    return `"${cutShort(value)}"`;
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  return Array.isArray(value) ? 'a list' : 'an object';
}
