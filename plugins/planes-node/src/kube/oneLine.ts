const MAX_LENGTH = 300;

/** A text of somebody else's, fit for a sentence: one line, of bounded length. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
