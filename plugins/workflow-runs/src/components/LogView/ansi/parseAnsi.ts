import Anser, { AnserJsonEntry } from 'anser';

/** The eight colours of a terminal, whose looks are the theme's business. */
export type AnsiColour =
  | 'black'
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'white';

/** Text of one look. */
export interface AnsiSpan {
  readonly text: string;
  readonly colour?: AnsiColour;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

const COLOURS: ReadonlySet<string> = new Set<AnsiColour>([
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
]);

function isColour(name: string): name is AnsiColour {
  return COLOURS.has(name);
}

/** `ansi-bright-red` is red, too; colours of the 256 or of 24 bits have no place in a theme and are left out. */
function colourOf(cssClass: string | null): AnsiColour | undefined {
  const name = cssClass?.replace(/^ansi-(bright-)?/, '') ?? '';
  return isColour(name) ? name : undefined;
}

function toSpan(entry: AnserJsonEntry): AnsiSpan {
  const has = (decoration: string) =>
    entry.decorations.some(each => each === decoration);
  return {
    text: entry.content,
    colour: colourOf(entry.fg),
    bold: has('bold'),
    faint: has('dim'),
    italic: has('italic'),
    underline: has('underline'),
  };
}

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
// What moves the cursor, sets a title or opens a link would show as gibberish.
const OTHER_SEQUENCES = new RegExp(
  `${ESCAPE}(?:\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)|\\[[0-9;?]*[A-Za-ln-z]|[@-Z\\\\^_])`,
  'g',
);

/** Progress bars write a line over and over: what counts is what was written last. */
function lastWritten(line: string): string {
  const end = line.replace(/\r+$/, '');
  return end.slice(end.lastIndexOf('\r') + 1);
}

/** Reads the colours of a line that was meant for a terminal. */
export function parseAnsi(line: string): readonly AnsiSpan[] {
  const text = lastWritten(line).replace(OTHER_SEQUENCES, '');
  if (!text.includes(ESCAPE)) {
    return [
      { text, bold: false, faint: false, italic: false, underline: false },
    ];
  }
  return Anser.ansiToJson(text, { use_classes: true, remove_empty: true }).map(
    toSpan,
  );
}

/** A line without its colours. */
export function plainText(line: string): string {
  return parseAnsi(line)
    .map(({ text }) => text)
    .join('');
}
