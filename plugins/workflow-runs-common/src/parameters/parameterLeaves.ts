import { asFields, Fields } from '../parse/readers';
import type { ParameterPath } from './parameterPath';

/** A value that is shown as one parameter. */
export interface ParameterLeaf {
  readonly path: ParameterPath;
  readonly value: unknown;
  /** What the value is called beside its path: the name in an entry such as `{ name: 'DB_PASSWORD', value: '…' }`. */
  readonly called?: string;
}

const MAX_LEAVES = 2000;
const MAX_DEPTH = 50;
const VALUE_FIELDS: ReadonlySet<string | number> = new Set([
  'value',
  'default',
  'defaultValue',
]);

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isLeaf(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every(isScalar);
  }
  return isScalar(value) || Object.keys(asFields(value) ?? {}).length === 0;
}

function entriesOf(value: unknown): [string | number, unknown][] {
  return Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(asFields(value) ?? {});
}

/** The name in an entry of names and values, such as an environment variable. */
function entryName(value: unknown): string | undefined {
  const { name, key } = asFields(value) ?? {};
  const called = name ?? key;
  return typeof called === 'string' ? called : undefined;
}

/** The values of parameters: whatever is no object and no list of objects. At most 2 000, in at most 50 levels. */
export function parameterLeaves(parameters: Fields): ParameterLeaf[] {
  const leaves: ParameterLeaf[] = [];
  function visit(value: unknown, path: ParameterPath, called?: string): void {
    if (leaves.length >= MAX_LEAVES || path.length > MAX_DEPTH) {
      return;
    }
    if (isLeaf(value)) {
      leaves.push({ path, value, called });
      return;
    }
    const name = entryName(value);
    for (const [key, child] of entriesOf(value)) {
      const isEntryValue = name !== undefined && VALUE_FIELDS.has(key);
      visit(child, [...path, key], isEntryValue ? name : called);
    }
  }
  for (const [key, value] of entriesOf(parameters)) {
    visit(value, [key]);
  }
  return leaves;
}
