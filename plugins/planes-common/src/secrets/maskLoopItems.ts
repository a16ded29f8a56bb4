import { judgeName } from './secretNames';

/** Where a part of an item begins: `(0:name:` or `,name:`. */
const PART = /(\(\d{1,9}:|,)([\w.-]{1,128}):/g;
/** What may end a part; a value may hold each of them as well. */
const BRACKET_OR_COMMA = /[(),]/g;
const NEXT_PART = /,[\w.-]{1,128}:/y;
/** What follows the bracket that closes an item: nothing, a child, an attempt, or more of a sentence. */
const AFTER_ITEM = /\)(?:$|[\s.,:;"'\])]|\(\d)/y;

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Where the value that begins at a place ends: with the text, where nothing tells. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  BRACKET_OR_COMMA.lastIndex = start;
  for (
    let found = BRACKET_OR_COMMA.exec(text);
    found;
    found = BRACKET_OR_COMMA.exec(text)
  ) {
    const { 0: mark, index } = found;
    if (mark === '(') {
      depth += 1;
    } else if (mark === ')' && depth > 0) {
      depth -= 1;
    } else if (isAt(mark === ')' ? AFTER_ITEM : NEXT_PART, text, index)) {
      return index;
    }
  }
  return text.length;
}

/** Masks secrets, by their names, in the items of loops that Argo puts into the names of nodes: `deploy(0:env:prod,password:hunter2)`. */
export function maskLoopItems(text: string, mask: string): string {
  let masked = '';
  let done = 0;
  let hasItem = false;
  for (const { 0: match, 1: before, 2: name, index } of text.matchAll(PART)) {
    hasItem ||= before !== ',';
    const start = index + match.length;
    if (hasItem && index >= done && judgeName(name) === 'secret') {
      masked += text.slice(done, start) + mask;
      done = endOfValue(text, start);
    }
  }
  return masked + text.slice(done);
}
