import { UserError } from '../userError.mjs';
import { codeBlocks } from './markdownBlocks.mjs';

/**
 * Code that goes into a file of the portal, next to the line that holds `anchor`; where `each` is set, next to every such line.
 *
 * @typedef {object} CodeInstruction
 * @property {string} file - relative to the portal
 * @property {'above' | 'below'} side - of the line
 * @property {string} anchor
 * @property {boolean} each
 * @property {string} text
 */

/**
 * What a page tells somebody to do who installs the plugins.
 *
 * @typedef {object} Instructions
 * @property {{ folder: string, names: string[] }[]} packages - to be added to the package in the folder
 * @property {CodeInstruction[]} code
 * @property {string[]} config - parts of app-config.yaml, as YAML
 */

const PLACE = /^\/\/ (packages\/\S+?), (above|below) (each )?(.+)\n/;

/**
 * Reads the blocks of a page that begin with the place where they go: commands that add packages, code under a comment
 * such as `// packages/app/src/App.tsx, above </FlatRoutes>`, and YAML under `# app-config.yaml`. What names no place is an
 * example, and not followed.
 *
 * @param {string} markdown
 * @returns {Instructions}
 */
export function readInstructions(markdown) {
  const blocks = codeBlocks(markdown);
  return {
    packages: blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => addedPackages(text)),
    code: blocks
      .filter(({ language }) => /^tsx?$/.test(language))
      .flatMap(({ text }) => placedCode(text)),
    config: blocks
      .filter(({ text }) => text.startsWith('# app-config.yaml\n'))
      .map(({ text }) => text),
  };
}

/** @param {string} commands */
function addedPackages(commands) {
  return commands
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map(line => /^yarn --cwd (\S+) add (.+)$/.exec(line))
    .filter(found => found !== null)
    .map(([, folder, names]) => ({ folder, names: names.split(/\s+/) }));
}

/**
 * @param {string} text
 * @returns {CodeInstruction[]}
 */
function placedCode(text) {
  if (!text.startsWith('// packages/')) {
    return [];
  }
  const found = PLACE.exec(text);
  if (!found) {
    const [comment] = text.split('\n');
    throw new UserError(
      `'${comment}' does not say where the code goes. Write '// FILE, above TEXT' or '// FILE, below TEXT'.`,
    );
  }
  const [head, file, side, each, anchor] = found;
  return [
    {
      file,
      side: side === 'above' ? 'above' : 'below',
      anchor,
      each: each !== undefined,
      text: text.slice(head.length),
    },
  ];
}
