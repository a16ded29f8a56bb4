import { maskText } from '@openchoreo-planes/backstage-plugin-planes-common';

const MAX_QUOTED_LENGTH = 80;
/** To its end, or that of the text where somebody cut it off. */
const PEM = /-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)/g;
/** The same in Base64, as in the data of a Secret. */
const ENCODED_PEM = /LS0tLS1CRUdJTi(?:[A-Za-z0-9+/=\s]|\\n)*/g;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
/** A piece of Base64 that has lost its beginning. */
const BASE64 = /(?:[A-Za-z0-9+/=\r\n]|\\n){100,}/g;

/**
 * A text of the API server without what it quotes of objects: values are cut short; certificates, keys and what looks like
 * a secret are left out.
 */
export function withoutContents(text: string): string {
  // Before values are cut short, which would leave half a token that nobody knows for one.
  return maskText(text.replace(PEM, '(PEM)'))
    .replace(ENCODED_PEM, '(PEM)')
    .replace(QUOTED, (quoted, value: string) =>
      value.length > MAX_QUOTED_LENGTH
        ? `"${value.slice(0, MAX_QUOTED_LENGTH).replace(/\\+$/, '')}…"`
        : quoted,
    )
    .replace(BASE64, '…');
}
