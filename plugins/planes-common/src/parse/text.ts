const CONTROLS = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
// Most texts; the general search is several times slower.
const PRINTABLE_ASCII = /^[ -~]*$/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Makes a text from outside fit for an entity, a database and a page: bounded, and free of control
 * characters, direction overrides and lone surrogates.
 */
export function cleanText(text: string, maxLength: number): string {
  const cut =
    text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
  return PRINTABLE_ASCII.test(cut)
    ? cut.trim()
    : cut.replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd').trim();
}
