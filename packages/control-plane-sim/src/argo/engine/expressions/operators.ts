type Operation = (left: unknown, right: unknown) => unknown;

function isNumeric(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)))
  );
}

function equal(left: unknown, right: unknown): boolean {
  return isNumeric(left) && isNumeric(right)
    ? Number(left) === Number(right)
    : String(left) === String(right);
}

function compare(left: unknown, right: unknown): number {
  if (isNumeric(left) && isNumeric(right)) {
    return Number(left) - Number(right);
  }
  const [first, second] = [String(left), String(right)];
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

function contains(whole: unknown, part: unknown): boolean {
  return Array.isArray(whole)
    ? whole.some(item => equal(item, part))
    : String(whole).includes(String(part));
}

function matches(text: unknown, pattern: unknown): boolean {
  return new RegExp(String(pattern)).test(String(text));
}

/** What stands between two operands, by how tightly it binds: the first level least. `&&` and `||` are the parser's. */
export const OPERATOR_LEVELS: readonly Readonly<Record<string, Operation>>[] = [
  {
    '==': equal,
    '!=': (left, right) => !equal(left, right),
    '<': (left, right) => compare(left, right) < 0,
    '<=': (left, right) => compare(left, right) <= 0,
    '>': (left, right) => compare(left, right) > 0,
    '>=': (left, right) => compare(left, right) >= 0,
    '=~': matches,
    '!~': (left, right) => !matches(left, right),
    in: (left, right) => contains(right, left),
    contains,
    matches,
    startsWith: (left, right) => String(left).startsWith(String(right)),
    endsWith: (left, right) => String(left).endsWith(String(right)),
  },
  {
    '+': (left, right) =>
      typeof left === 'string' || typeof right === 'string'
        ? String(left) + String(right)
        : Number(left) + Number(right),
    '-': (left, right) => Number(left) - Number(right),
  },
  {
    '*': (left, right) => Number(left) * Number(right),
    '/': (left, right) => Number(left) / Number(right),
    '%': (left, right) => Number(left) % Number(right),
  },
];

/** The functions that expressions may call; those of sprig under its name too. */
export const FUNCTIONS: Readonly<
  Record<string, (...values: readonly unknown[]) => unknown>
> = {
  asInt: value => Math.trunc(Number(value)),
  asFloat: value => Number(value),
  int: value => Math.trunc(Number(value)),
  float: value => Number(value),
  string: value => String(value),
  len: value => (Array.isArray(value) ? value.length : String(value).length),
  toJson: value => JSON.stringify(value),
  fromJson: value => JSON.parse(String(value)),
  lower: value => String(value).toLocaleLowerCase('en-US'),
  upper: value => String(value).toLocaleUpperCase('en-US'),
  trim: value => String(value).trim(),
};
