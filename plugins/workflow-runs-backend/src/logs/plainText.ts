const ESCAPE = '\u001b';
const BELL = '\u0007';
/** Colours and other looks of characters: what may stay. */
const LOOKS = /^\[[\d;:]*m/;
/** Moves the cursor, clears the screen, and so on. */
const CONTROL_SEQUENCE = /^\[[0-?]*[ -/]*[@-~]?/;
/** Titles, links and other strings for the terminal itself, up to the bell or the next escape. */
const STRING = /^[\]PX^_]/;
const OTHER_SEQUENCE = /^[ -/]*[0-~]?/;

/**
 * A line as it may be shown: without control characters, except tabs and ANSI sequences for colours and the like. Of what was
 * written over by a carriage return, as progress bars are, the last stays, as on a terminal.
 */
export function plainText(line: string): string {
  const ended = line.replace(/\r+$/, '');
  const shown = ended.slice(ended.lastIndexOf('\r') + 1);
  const [first, ...sequences] = shown.split(ESCAPE);
  return withoutControls(first) + sequences.map(afterEscape).join('');
}

function afterEscape(sequence: string): string {
  const looks = LOOKS.exec(sequence)?.[0];
  if (looks !== undefined) {
    return ESCAPE + looks + withoutControls(sequence.slice(looks.length));
  }
  if (STRING.test(sequence)) {
    const end = sequence.indexOf(BELL);
    return end < 0 ? '' : withoutControls(sequence.slice(end + 1));
  }
  const pattern = sequence.startsWith('[') ? CONTROL_SEQUENCE : OTHER_SEQUENCE;
  return withoutControls(sequence.replace(pattern, ''));
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, character =>
    character === '\t' ? character : '',
  );
}
