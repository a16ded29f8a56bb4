/** A stretch of a command. */
export interface CommandPart {
  text: string;
  strong: boolean;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Splits a command where one of some values stands in it as a whole word. */
export function splitEmphasis(
  command: string,
  values: readonly string[],
): CommandPart[] {
  const patterns = values
    .filter(value => value !== '')
    .sort((a, b) => b.length - a.length)
    .map(escapePattern);
  if (patterns.length === 0) {
    return [{ text: command, strong: false }];
  }
  const anyValue = new RegExp(
    `(?<![\\w./-])(${patterns.join('|')})(?![\\w/-])`,
  );
  // Splitting by a pattern with a group gives what lies between and what matched, in turn.
  return command
    .split(anyValue)
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
