import { badRequest } from '../status/errors';

/** Tells whether an object with these labels is selected. */
export type LabelPredicate = (
  labels: Readonly<Record<string, string>>,
) => boolean;

const KEY = String.raw`([A-Za-z0-9][-A-Za-z0-9_./]*)`;
const EXISTS = new RegExp(`^(!?)\\s*${KEY}$`);
const COMPARES = new RegExp(`^${KEY}\\s*(==|!=|=|>|<)\\s*([-A-Za-z0-9_.]*)$`);
const SET = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/** Splits at commas outside of parentheses. */
function requirements(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}

function comparison(
  key: string,
  operator: string,
  value: string,
): LabelPredicate {
  switch (operator) {
    case '!=':
      return labels => labels[key] !== value;
    case '>':
      return labels => Number(labels[key]) > Number(value);
    case '<':
      return labels => Number(labels[key]) < Number(value);
    default:
      return labels => labels[key] === value;
  }
}

function parseRequirement(text: string): LabelPredicate {
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = new Set(list.split(',').map(value => value.trim()));
    return operator === 'in'
      ? labels => key in labels && values.has(labels[key])
      : labels => !(key in labels && values.has(labels[key]));
  }
  const compares = COMPARES.exec(text);
  if (compares) {
    const [, key, operator, value] = compares;
    return comparison(key, operator, value);
  }
  const exists = EXISTS.exec(text);
  if (exists) {
    const [, negated, key] = exists;
    return labels => key in labels !== (negated === '!');
  }
  throw badRequest(
    `unable to parse requirement: found '${text}', expected: a label selector`,
  );
}

/**
 * Reads a label selector, for example `tier in (a,b),!legacy`; undefined where it selects everything.
 *
 * @throws StatusError 400 where the selector cannot be read
 */
export function parseLabelSelector(
  selector: string | undefined,
): LabelPredicate | undefined {
  const predicates = requirements(selector ?? '').map(parseRequirement);
  return predicates.length === 0
    ? undefined
    : labels => predicates.every(predicate => predicate(labels));
}
