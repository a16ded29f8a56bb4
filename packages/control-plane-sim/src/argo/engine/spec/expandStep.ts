import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
  without,
} from '../../../objects/json';
import { evaluateWhen } from '../expressions/evaluate';
import { Scope } from '../expressions/Scope';
import { hasReferences, substitute } from '../expressions/substitute';
import { anyTextAt, asText, numberAt } from '../values/text';
import { readStep, Step } from './Step';

/** Formats a number by the verb in a format of Go, such as `shard-%03d`. */
function formatNumber(format: string, value: number): string {
  return format.replace(/%(0?)(\d*)([dxX])/, (_, zero, width, verb) => {
    const digits = value.toString(verb === 'd' ? 10 : 16);
    const padded = digits.padStart(Number(width), zero ? '0' : ' ');
    return verb === 'X' ? padded.toLocaleUpperCase('en-US') : padded;
  });
}

function sequence(raw: unknown): unknown[] {
  const start = numberAt(raw, 'start') ?? 0;
  const count = numberAt(raw, 'count');
  const end = numberAt(raw, 'end') ?? start + (count ?? NaN) - 1;
  if (Number.isNaN(end)) {
    throw new Error('neither end nor count was specified in withSequence');
  }
  if (count === 0) {
    return [];
  }
  const format = stringAt(raw, 'format') ?? '%d';
  const direction = start <= end ? 1 : -1;
  return Array.from({ length: Math.abs(end - start) + 1 }, (_, index) =>
    formatNumber(format, start + direction * index),
  );
}

function parseList(text: string): unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    list = undefined;
  }
  if (!Array.isArray(list)) {
    throw new Error(
      `withParam value could not be parsed as a JSON list: ${text.trim()}`,
    );
  }
  return list;
}

function itemsOf(step: Step): unknown[] {
  const { withItems, withSequence } = step.raw;
  try {
    if (Array.isArray(withItems)) {
      return withItems;
    }
    return withSequence === undefined
      ? parseList(anyTextAt(step.raw, 'withParam') ?? '')
      : sequence(objectAt(step.raw, 'withSequence'));
  } catch (error) {
    // What would not run anyway needs no list.
    if (!hasReferences(step.when) && !evaluateWhen(step.when)) {
      return [];
    }
    throw error;
  }
}

function itemText(item: unknown): string {
  return asText(item) ?? JSON.stringify(item);
}

function itemVariables(item: unknown): Record<string, string> {
  const variables: Record<string, string> = { item: itemText(item) };
  for (const [field, value] of Object.entries(isJsonObject(item) ? item : {})) {
    variables[`item.${field}`] = itemText(value);
  }
  return variables;
}

/** What tells an item's node from the others: the item itself, of an object its fields in order. */
function itemLabel(item: unknown): string {
  if (Array.isArray(item)) {
    return `[${item.map(itemText).join(' ')}]`;
  }
  const label = isJsonObject(item)
    ? Object.entries(item)
        .map(([field, value]) => `${field}:${itemText(value)}`)
        .sort()
        .join(',')
    : itemText(item);
  return label.replace(/[()]/g, '');
}

/**
 * The steps that a step with items stands for, named `NAME(INDEX:ITEM)`.
 *
 * @throws Error in Argo's words where there is no list of items
 */
export function expandStep(step: Step): Step[] {
  const raw: JsonObject = without(
    step.raw,
    'withItems',
    'withParam',
    'withSequence',
  );
  const plain = hasReferences(raw) ? undefined : readStep(raw);
  return itemsOf(step).map((item, index) => ({
    ...(plain ??
      readStep(substitute(raw, new Scope(undefined, itemVariables(item))))),
    name: `${step.name}(${index}:${itemLabel(item)})`,
  }));
}
