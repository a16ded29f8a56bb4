/**
 * A word for a POSIX shell, in quotes where it needs them: the program gets it as it is, whatever it holds.
 *
 * @public
 */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
