const MAX_BLOCKS = 16;
const MAX_BODY_LENGTH = 16_384;
const BEGIN = /^-----BEGIN ([A-Z0-9][A-Z0-9 ]*)-----$/;
const END = /^-----END ([A-Z0-9][A-Z0-9 ]*)-----$/;

/** A block of a PEM text. */
export interface PemBlock {
  readonly label: string;
  /** Base64 without white space; undefined where the block has headers or is far too long. */
  readonly base64?: string;
}

function body(lines: readonly string[]): string | undefined {
  const base64 = lines.join('').replace(/\s/g, '');
  return base64.includes(':') || base64.length > MAX_BODY_LENGTH
    ? undefined
    : base64;
}

/**
 * Finds the blocks of a PEM text as strictly as Go's `encoding/pem` does, which decides in the
 * cluster gateway: BEGIN and END stand at the start of a line of their own. At most 16 blocks.
 */
export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { label: string; lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('-----')) {
      const trimmed = line.trimEnd();
      const begin = BEGIN.exec(trimmed)?.[1];
      if (begin !== undefined) {
        open = { label: begin, lines: [] };
      } else if (open && END.exec(trimmed)?.[1] === open.label) {
        blocks.push({ label: open.label, base64: body(open.lines) });
        open = undefined;
        if (blocks.length === MAX_BLOCKS) {
          break;
        }
      }
    } else {
      open?.lines.push(line);
    }
  }
  return blocks;
}
