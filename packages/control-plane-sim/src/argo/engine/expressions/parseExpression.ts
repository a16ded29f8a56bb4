import { isJsonObject } from '../../../objects/json';
import { FUNCTIONS, OPERATOR_LEVELS } from './operators';
import { Dialect, Token, tokenize } from './tokenize';

/** Tells the value of a variable by its whole name; undefined for a name that nothing is known of. */
export type Lookup = (name: string) => unknown;

/** An expression, ready to be evaluated. */
export type Expression = (lookup: Lookup) => unknown;

/** An expression, and the names of the variables in it. */
export interface ParsedExpression {
  readonly evaluate: Expression;
  readonly variables: readonly string[];
}

function fieldOf(value: unknown, field: string): unknown {
  if (Array.isArray(value)) {
    return value[Number(field)];
  }
  return isJsonObject(value) ? value[field] : undefined;
}

/** A variable's name is one key in a scope, but may lead into a value as well: the longest key that is known counts. */
function resolvePath(path: readonly string[], lookup: Lookup): unknown {
  for (let known = path.length; known > 0; known -= 1) {
    const value = lookup(path.slice(0, known).join('.'));
    if (value !== undefined) {
      return path.slice(known).reduce(fieldOf, value);
    }
  }
  return undefined;
}

/** Reads by recursive descent: condition, or, and, comparison, sum, product, negation, operand. */
class ExpressionParser {
  readonly #dialect: Dialect;
  readonly #tokens: readonly Token[];
  readonly #variables: string[] = [];
  #next = 0;

  constructor(expression: string, dialect: Dialect) {
    this.#dialect = dialect;
    this.#tokens = tokenize(expression, dialect);
  }

  parse(): ParsedExpression {
    const evaluate = this.#condition();
    if (this.#token.kind !== 'end') {
      throw new Error(`Unexpected '${this.#token.value}'`);
    }
    return { evaluate, variables: this.#variables };
  }

  get #token(): Token {
    return this.#tokens[this.#next];
  }

  #condition(): Expression {
    const test = this.#or();
    if (!this.#accept('?')) {
      return test;
    }
    const first = this.#condition();
    this.#expect(':');
    const second = this.#condition();
    return lookup => (test(lookup) === true ? first(lookup) : second(lookup));
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#accept('||', 'or')) {
      const [first, second] = [left, this.#and()];
      left = lookup => first(lookup) === true || second(lookup) === true;
    }
    return left;
  }

  #and(): Expression {
    let left = this.#binary(0);
    while (this.#accept('&&', 'and')) {
      const [first, second] = [left, this.#binary(0)];
      left = lookup => first(lookup) === true && second(lookup) === true;
    }
    return left;
  }

  #binary(level: number): Expression {
    const operators = OPERATOR_LEVELS[level];
    if (operators === undefined) {
      return this.#unary();
    }
    let left = this.#binary(level + 1);
    for (;;) {
      const { kind, value } = this.#token;
      if (kind === 'text' || !Object.hasOwn(operators, value)) {
        return left;
      }
      this.#next += 1;
      const [first, second] = [left, this.#binary(level + 1)];
      left = lookup => operators[value](first(lookup), second(lookup));
    }
  }

  #unary(): Expression {
    if (this.#accept('!', 'not')) {
      const operand = this.#unary();
      return lookup => operand(lookup) !== true;
    }
    if (this.#accept('-')) {
      const operand = this.#unary();
      return lookup => -Number(operand(lookup));
    }
    return this.#fields(this.#operand());
  }

  /** Fields of what an operand is, such as of a function's value. */
  #fields(operand: Expression): Expression {
    const path = this.#path();
    return path.length === 0
      ? operand
      : lookup => path.reduce(fieldOf, operand(lookup));
  }

  #operand(): Expression {
    const { kind, value } = this.#token;
    if (this.#accept('(')) {
      return this.#parenthesis();
    }
    if (this.#accept('[')) {
      return this.#list(']');
    }
    if (kind === 'end' || kind === 'sign') {
      throw new Error(`Unexpected ${kind === 'end' ? 'end' : `'${value}'`}`);
    }
    this.#next += 1;
    if (kind === 'number') {
      return () => Number(value);
    }
    if (kind === 'word') {
      return this.#word(value);
    }
    return () => value;
  }

  /** Of `when`, a list of the operator `in` has parentheses too. */
  #parenthesis(): Expression {
    const inner = this.#condition();
    if (this.#dialect === 'bare-words' && this.#accept(',')) {
      const rest = this.#list(')');
      return lookup => [inner(lookup), ...[rest(lookup)].flat()];
    }
    this.#expect(')');
    return inner;
  }

  #list(end: string): Expression {
    const items: Expression[] = [];
    while (!this.#accept(end)) {
      items.push(this.#condition());
      if (!this.#accept(',')) {
        this.#expect(end);
        break;
      }
    }
    return lookup => items.map(item => item(lookup));
  }

  #word(word: string): Expression {
    if (word === 'true' || word === 'false') {
      return () => word === 'true';
    }
    if (word === 'nil') {
      return () => undefined;
    }
    if (this.#dialect === 'bare-words') {
      return () => word;
    }
    const path = [word, ...this.#path()];
    const name = path[0] === 'sprig' ? path[1] : path.join('.');
    if (!this.#accept('(')) {
      this.#variables.push(path.join('.'));
      return lookup => resolvePath(path, lookup);
    }
    const values = this.#list(')');
    if (!Object.hasOwn(FUNCTIONS, name)) {
      throw new Error(`unknown name ${name}`);
    }
    return lookup => FUNCTIONS[name](...[values(lookup)].flat(1));
  }

  #path(): string[] {
    const path: string[] = [];
    for (;;) {
      if (this.#accept('.')) {
        path.push(this.#take());
      } else if (this.#accept('[')) {
        path.push(this.#take());
        this.#expect(']');
      } else {
        return path;
      }
    }
  }

  #take(): string {
    const { kind, value } = this.#token;
    if (kind === 'end' || kind === 'sign') {
      throw new Error(`Unexpected ${kind === 'end' ? 'end' : `'${value}'`}`);
    }
    this.#next += 1;
    return value;
  }

  #accept(...values: readonly string[]): boolean {
    const { kind, value } = this.#token;
    const found =
      (kind === 'sign' || (kind === 'word' && this.#dialect === 'variables')) &&
      values.includes(value);
    this.#next += found ? 1 : 0;
    return found;
  }

  #expect(value: string): void {
    if (!this.#accept(value)) {
      throw new Error(`'${value}' expected`);
    }
  }
}

/**
 * Reads an expression: the common part of the language of Argo's `expression`, or the language of `when`.
 *
 * @throws Error with the reason, for what is not understood
 */
export function parseExpression(
  expression: string,
  dialect: Dialect,
): ParsedExpression {
  return new ExpressionParser(expression, dialect).parse();
}
