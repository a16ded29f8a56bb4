const CONTROLS = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const PRINTABLE_ASCII = /^[\n\t -~]*$/;

/** Shortens a text to a length; an ellipsis tells that there was more. */
export function cutText(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

/** Takes out of a text what could forge or break a page: control characters, changes of direction, halves of characters. */
export function cleanText(text: string): string {
  return PRINTABLE_ASCII.test(text)
    ? text
    : text.replace(CONTROLS, '').replace(LONE_SURROGATES, '\ufffd');
}

/** Closes a text with a full stop unless it ends as a sentence does. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
