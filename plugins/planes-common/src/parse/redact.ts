import { isToken, replaceSecrets } from '../secrets/maskText';

const REMOVED = '[removed]';
// In descriptions of planes, a line such as "Secrets: Vault" tells where something is.
const OPTIONS = { mask: REMOVED, lines: false };
const PEM_BEGIN = '-----BEGIN ';
const PEM_END = '-----END ';
const URL_USER_INFO = /:\/\/[^\s/@]+@/g;
const AUTHORIZATION = /\b(bearer|basic)\s+([\w+/=.~-]{8,})/gi;
const SUSPECT =
  /-----BEGIN |:\/\/|\b(?:bearer|basic)\s|=|"\s*:|(?<![\w-])--?[a-z]/i;
// The look-behind spares the search a start at every letter of every word.
const HAS_LONG_WORD = /(?<![\w.+/=~-])[\w.+/=~-]{14}/;
const LONG_WORD = /(:\/\/)?[\w.+/=~-]{24,}/g;

// What controllers say is mostly the same for all planes, and read again with every heartbeat.
const harmless = new Set<string>();
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_LENGTH = 500;

function withoutPem(text: string): string {
  const begin = text.indexOf(PEM_BEGIN);
  if (begin < 0) {
    return text;
  }
  const end = text.lastIndexOf(PEM_END);
  const dashes = end > begin ? text.indexOf('-----', end + PEM_END.length) : -1;
  const rest = dashes < 0 ? '' : text.slice(dashes + 5);
  return `${text.slice(0, begin)}${REMOVED}${rest}`;
}

function isCredential(scheme: string, value: string): boolean {
  if (scheme.toLowerCase() === 'bearer') {
    return value.length >= 16 && /\d/.test(value);
  }
  try {
    return atob(value).includes(':');
  } catch {
    return false;
  }
}

function isJsonWebToken(word: string): boolean {
  const start = word.indexOf('eyJ');
  if (start < 0) {
    return false;
  }
  const [header, payload = ''] = word.slice(start).split('.', 2);
  return header.length > 10 && payload.length > 7;
}

function isBase64(word: string): boolean {
  return word
    .split(/[.~]/)
    .some(
      run =>
        run.length >= 60 &&
        /[A-Z]/.test(run) &&
        /[a-z]/.test(run) &&
        /\d/.test(run),
    );
}

/** Tells whether a text without white space looks like a token or like encoded bytes. */
export function looksLikeSecret(word: string): boolean {
  return (
    (word.length >= 24 && (isJsonWebToken(word) || isBase64(word))) ||
    isToken(word)
  );
}

/**
 * Takes out of a text what looks like a credential: PEM blocks, JSON Web Tokens, the user
 * information of URLs, the values of Authorization headers, well-known kinds of tokens, what is assigned to a name such
 * as `password`, and long runs of base64.
 */
export function redact(text: string): string {
  if (
    harmless.has(text) ||
    (!HAS_LONG_WORD.test(text) && !SUSPECT.test(text))
  ) {
    return text;
  }
  const redacted = replaceAll(text);
  if (redacted === text && text.length <= MAX_REMEMBERED_LENGTH) {
    if (harmless.size >= MAX_REMEMBERED) {
      harmless.clear();
    }
    harmless.add(text);
  }
  return redacted;
}

function replaceAll(text: string): string {
  const rest = withoutPem(text)
    .replace(URL_USER_INFO, '://')
    .replace(AUTHORIZATION, (match, scheme: string, value: string) =>
      isCredential(scheme, value) ? `${scheme} ${REMOVED}` : match,
    )
    .replace(LONG_WORD, (word, inURL: string | undefined) =>
      isJsonWebToken(word) || (!inURL && isBase64(word)) ? REMOVED : word,
    );
  return replaceSecrets(rest, OPTIONS);
}
