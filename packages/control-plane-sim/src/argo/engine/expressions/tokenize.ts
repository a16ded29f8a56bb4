/** The two languages that workflows have expressions in. */
export type Dialect =
  /** Of `expression`, `depends` and `{{=...}}`: names are variables. */
  | 'variables'
  /** Of `when`: a word without quotes is text, whatever signs are in it. */
  | 'bare-words';

/** A piece of an expression. */
export interface Token {
  readonly kind: 'text' | 'number' | 'word' | 'sign' | 'end';
  readonly value: string;
}

const VARIABLES =
  /\s*(?:(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!()[\]{}.,?:]))/y;
const BARE_WORDS =
  /\s*(?:(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<sign>&&|\|\||==|!=|<=|>=|=~|!~|[<>!(),])|(?<word>[^\s()!=<>&|,'"]+))/y;

/**
 * The pieces of an expression, and a last one of kind `end`.
 *
 * @throws Error for signs that no piece begins with
 */
export function tokenize(expression: string, dialect: Dialect): Token[] {
  const pattern = dialect === 'variables' ? VARIABLES : BARE_WORDS;
  const text = expression.trim();
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups) {
      throw new Error(
        `Invalid token: '${text.slice(from).trim().slice(0, 10)}'`,
      );
    }
    tokens.push(readToken(groups));
  }
  return [...tokens, { kind: 'end', value: '' }];
}

function readToken(
  groups: Readonly<Record<string, string | undefined>>,
): Token {
  const { text, number, word, sign } = groups;
  if (text !== undefined) {
    return { kind: 'text', value: text.slice(1, -1).replace(/\\(.)/g, '$1') };
  }
  if (number !== undefined) {
    return { kind: 'number', value: number };
  }
  if (word !== undefined) {
    return /^-?\d+(\.\d+)?$/.test(word)
      ? { kind: 'number', value: word }
      : { kind: 'word', value: word };
  }
  return { kind: 'sign', value: sign ?? '' };
}
