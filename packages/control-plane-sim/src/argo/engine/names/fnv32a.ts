const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The 32-bit FNV-1a hash of the text's UTF-8 bytes, which Argo makes ids of nodes from. */
export function fnv32a(text: string): number {
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(text, 'utf8')) {
    hash = Math.imul(hash ^ byte, PRIME);
  }
  return hash >>> 0;
}
