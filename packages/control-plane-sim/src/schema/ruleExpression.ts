import { isJsonObject, jsonEqual } from '../objects/json';

/** The values that a rule is about, by the names under which it knows them. */
export type RuleScope = Readonly<Record<string, unknown>>;

/** A rule, ready to be evaluated. */
export type RuleExpression = (scope: RuleScope) => unknown;

const TOKEN =
  /\s*(?:(?<string>'[^'\\]*'|"[^"\\]*")|(?<number>\d+)|(?<word>[A-Za-z_]\w*)|(?<symbol>&&|\|\||==|!=|[!().?:[\]]))/y;

function tokenize(rule: string): string[] {
  const tokens: string[] = [];
  const text = rule.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) {
      throw unsupported(rule);
    }
    tokens.push(match[0].trim());
  }
  return tokens;
}

function isQuoted(token: string): boolean {
  return /^['"]/.test(token);
}

function unsupported(rule: string): Error {
  return new Error(`The rule '${rule}' is not understood`);
}

function select(value: unknown, field: string): unknown {
  if (!isJsonObject(value) || !Object.hasOwn(value, field)) {
    throw new Error(`no such key: ${field}`);
  }
  return value[field];
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') {
    return [...value].length;
  }
  if (Array.isArray(value)) {
    return value.length;
  }
  return isJsonObject(value) ? Object.keys(value).length : 0;
}

const RULE_ROOTS = ['self', 'oldSelf'];

/** Reads an expression by recursive descent: conditional, or, and, comparison, negation, operand. */
class RuleParser {
  readonly #rule: string;
  readonly #roots: readonly string[];
  readonly #tokens: string[];
  #next = 0;

  constructor(rule: string, roots: readonly string[]) {
    this.#rule = rule;
    this.#roots = roots;
    this.#tokens = tokenize(rule);
  }

  parse(): RuleExpression {
    const expression = this.#conditional();
    if (this.#next < this.#tokens.length) {
      throw unsupported(this.#rule);
    }
    return expression;
  }

  #conditional(): RuleExpression {
    const condition = this.#or();
    if (!this.#accept('?')) {
      return condition;
    }
    const first = this.#conditional();
    this.#expect(':');
    const second = this.#conditional();
    return scope => (condition(scope) === true ? first(scope) : second(scope));
  }

  #or(): RuleExpression {
    let left = this.#and();
    while (this.#accept('||')) {
      const [first, second] = [left, this.#and()];
      left = scope => first(scope) === true || second(scope) === true;
    }
    return left;
  }

  #and(): RuleExpression {
    let left = this.#comparison();
    while (this.#accept('&&')) {
      const [first, second] = [left, this.#comparison()];
      left = scope => first(scope) === true && second(scope) === true;
    }
    return left;
  }

  #comparison(): RuleExpression {
    const left = this.#negation();
    if (this.#accept('==')) {
      const right = this.#negation();
      return scope => jsonEqual(left(scope), right(scope));
    }
    if (this.#accept('!=')) {
      const right = this.#negation();
      return scope => !jsonEqual(left(scope), right(scope));
    }
    return left;
  }

  #negation(): RuleExpression {
    if (this.#accept('!')) {
      const operand = this.#negation();
      return scope => operand(scope) !== true;
    }
    return this.#operand();
  }

  #operand(): RuleExpression {
    const token = this.#take();
    if (token === '(') {
      const inner = this.#conditional();
      this.#expect(')');
      return inner;
    }
    if (token === 'has') {
      const { parent, field } = this.#argument();
      return scope => {
        const value = parent(scope);
        return isJsonObject(value) && field !== undefined && field in value;
      };
    }
    if (token === 'size') {
      const { parent, field } = this.#argument();
      return scope =>
        sizeOf(
          field === undefined ? parent(scope) : select(parent(scope), field),
        );
    }
    if (token === 'true' || token === 'false') {
      return () => token === 'true';
    }
    if (isQuoted(token)) {
      return () => token.slice(1, -1);
    }
    if (/^\d/.test(token)) {
      return () => Number(token);
    }
    const { parent, field } = this.#path(token);
    return scope =>
      field === undefined ? parent(scope) : select(parent(scope), field);
  }

  #argument() {
    this.#expect('(');
    const path = this.#path(this.#take());
    this.#expect(')');
    return path;
  }

  /** A path such as `self.kind` or `self['kind']`, its last field apart. */
  #path(root: string): { parent: RuleExpression; field?: string } {
    if (!this.#roots.includes(root)) {
      throw unsupported(this.#rule);
    }
    let parent: RuleExpression = scope => scope[root];
    let field: string | undefined;
    for (let next = this.#field(); next !== undefined; next = this.#field()) {
      if (field !== undefined) {
        const [outer, name] = [parent, field];
        parent = scope => select(outer(scope), name);
      }
      field = next;
    }
    return { parent, field };
  }

  #field(): string | undefined {
    if (this.#accept('.')) {
      return this.#take();
    }
    if (this.#accept('[')) {
      const quoted = this.#take();
      this.#expect(']');
      if (!isQuoted(quoted)) {
        throw unsupported(this.#rule);
      }
      return quoted.slice(1, -1);
    }
    return undefined;
  }

  #accept(token: string): boolean {
    const found = this.#tokens[this.#next] === token;
    this.#next += found ? 1 : 0;
    return found;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) {
      throw unsupported(this.#rule);
    }
  }

  #take(): string {
    const token = this.#tokens[this.#next];
    if (token === undefined) {
      throw unsupported(this.#rule);
    }
    this.#next += 1;
    return token;
  }
}

/**
 * Reads a rule in the small part of the Common Expression Language that OpenChoreo's definitions and workflows use: names and
 * their fields, `has`, `size`, literals, `==`, `!=`, `!`, `&&`, `||`, `? :` and parentheses.
 *
 * @param roots - the names that a rule may begin with; `self` and `oldSelf` unless given
 * @throws Error for a rule that uses more
 */
export function compileRule(
  rule: string,
  roots: readonly string[] = RULE_ROOTS,
): RuleExpression {
  return new RuleParser(rule, roots).parse();
}
