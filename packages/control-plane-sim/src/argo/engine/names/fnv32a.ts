const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const ASCII_END = 0x80;

/** Goes on with a hash over more text. */
export function continueFnv32a(state: number, text: string): number {
  let hash = state;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ASCII_END) {
      // Rare enough for the slow way.
      return Buffer.from(text.slice(index), 'utf8').reduce(
        (rest, byte) => Math.imul(rest ^ byte, PRIME),
        hash,
      );
    }
    hash = Math.imul(hash ^ code, PRIME);
  }
  return hash;
}

/** The 32-bit FNV-1a hash of the text's UTF-8 bytes, which Argo makes ids of nodes from. */
export function fnv32a(text: string): number {
  return continueFnv32a(OFFSET_BASIS, text) >>> 0;
}
