import { oneLine } from './oneLine';
import { withoutContents } from './withoutContents';

/** `299 - "text"`, with a date in quotes after it or not. */
const WARNING = /\d{3} [^\s,"]+ "((?:[^"\\]|\\.)*)"(?: "[^"]*")?/g;

/** The texts of a `Warning` header (RFC 7234), which may hold several. */
export function parseWarnings(header: string | undefined): string[] {
  const texts = Array.from((header ?? '').matchAll(WARNING), match =>
    (match[1] ?? '').replace(/\\(.)/g, '$1'),
  );
  return texts.map(text => oneLine(withoutContents(fromLatin1(text))));
}

/** Node reads headers as Latin-1; the API server writes them as UTF-8. */
function fromLatin1(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
