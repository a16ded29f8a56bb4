/** A line of a manifest as it is shown. */
export interface ManifestLine {
  /** Differs from that of every other line, and stays while the line does. */
  id: string;
  /** What reads before the value, with its indentation: `  name:`. */
  key: string;
  text: string;
}

const KEY = /^(\s*(?:- )?["']?[\w./-]+["']?:)(?: (.*))?$/;
const BLOCK = /^[|>][-+]?$/;
const BEGIN = /-----BEGIN /;
const END = /-----END /;

const SHOWN_CHARACTERS = 20;

/** So much of a certificate's line that it fits where there is little room. */
function cut(line: string): string {
  return `${line.slice(0, indentation(line) + SHOWN_CHARACTERS)}…`;
}

/** Leaves the first of the lines between those that begin and end a certificate. */
function shorten(lines: readonly string[]): string[] {
  const shown: string[] = [];
  let since = -1;
  for (const line of lines) {
    if (BEGIN.test(line)) {
      since = 0;
    } else if (END.test(line)) {
      since = -1;
    } else if (since >= 0) {
      since += 1;
    }
    if (since <= 1) {
      shown.push(since === 1 ? cut(line) : line);
    }
  }
  return shown;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines of a manifest, keys apart from values, certificates cut short. */
export function manifestLines(yaml: string): ManifestLine[] {
  const seen = new Map<string, number>();
  let block: number | undefined;
  return shorten(yaml.trimEnd().split('\n')).map(line => {
    const times = (seen.get(line) ?? 0) + 1;
    seen.set(line, times);
    const id = `${times} ${line}`;
    if (block !== undefined && (line === '' || indentation(line) > block)) {
      // Text of several lines may look like keys.
      return { id, key: '', text: line };
    }
    const [, key, text = ''] = line.match(KEY) ?? [undefined, '', line];
    block = BLOCK.test(text) ? indentation(line) : undefined;
    return { id, key, text };
  });
}
