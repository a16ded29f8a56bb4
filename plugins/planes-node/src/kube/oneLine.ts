import { maskText } from '@openchoreo-planes/backstage-plugin-planes-common';

const MAX_LENGTH = 300;
/** Of a text that is longer, the rest would be cut off anyway. */
const MAX_LOOKED_AT = 20_000;

/** A text of somebody else's, fit for a sentence: one line, of bounded length, without what looks like a secret. */
export function oneLine(text: string): string {
  const line = maskText(text.slice(0, MAX_LOOKED_AT))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
