/** Closes a text with a full stop unless it already ends as a sentence does. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
