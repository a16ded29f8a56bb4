const MARK = 'PRIVATE KEY';
const BITS_PER_BYTE = 8;
const BITS_PER_CHARACTER = 6;
const OFFSETS = [0, 1, 2];

/** The characters of base64 that say nothing else than the mark, where so many bytes stand before its group. */
function encodedMark(offset: number): string {
  const bytes = ' '.repeat(offset) + MARK;
  const start = Math.ceil((offset * BITS_PER_BYTE) / BITS_PER_CHARACTER);
  const end = Math.floor((bytes.length * BITS_PER_BYTE) / BITS_PER_CHARACTER);
  return btoa(bytes).slice(start, end);
}

const encodedMarks = OFFSETS.map(encodedMark);

/** Whether base64 of a PEM private key stands anywhere in a text, as in the YAML of a whole Secret. */
export function holdsEncodedPrivateKey(text: string): boolean {
  const unbroken = text.replace(/\s/g, '');
  return encodedMarks.some(mark => unbroken.includes(mark));
}
