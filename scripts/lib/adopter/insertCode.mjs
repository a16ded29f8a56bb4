import { UserError } from '../userError.mjs';

const IMPORT = /^import [\s\S]*?;\n/gm;

/**
 * Puts code where instructions say: its imports at the head of the file, the rest next to the line that they name.
 *
 * @param {string} source - of the file
 * @param {import('./instructions.mjs').CodeInstruction} instruction
 * @returns {string}
 */
export function insertCode(source, { file, side, anchor, each, text }) {
  const imports = text.match(IMPORT) ?? [];
  const body = text.replace(IMPORT, '').trim();
  const lines = source.split('\n');
  const places = lines.filter(line => line.includes(anchor)).length;
  if (places === 0 || (places > 1 && !each)) {
    throw new UserError(
      `'${anchor}' stands in ${places} lines of ${file}, so that the instructions do not say where their code goes.`,
    );
  }
  const changed = lines.flatMap(line => {
    if (!line.includes(anchor)) {
      return [line];
    }
    return side === 'above' ? [body, line] : [line, body];
  });
  return [...imports, ...changed.join('\n')].join('');
}
