import {
  JsonObject,
  objectAt,
  stringAt,
  stringsIn,
} from '../../../objects/json';
import { flagAt } from '../values/text';
import { Hooks, readHooks } from './Hook';
import { readTemplateCall, TemplateCall } from './TemplateCall';

/** A step of a steps template, or a task of a DAG. */
export interface Step {
  readonly name: string;
  readonly call: TemplateCall;
  readonly when?: string;
  readonly continueOn: { readonly failed: boolean; readonly error: boolean };
  readonly hooks: Hooks;
  /** It stands for as many steps as there are items. */
  readonly expands: boolean;
  /** Of a task: which others come before it. */
  readonly dependencies: readonly string[];
  /** Of a task: the condition over the others. */
  readonly depends?: string;
  readonly raw: JsonObject;
}

/** Reads a step or a task. */
export function readStep(raw: JsonObject): Step {
  const continueOn = objectAt(raw, 'continueOn');
  return {
    name: stringAt(raw, 'name') ?? '',
    call: readTemplateCall(raw),
    when: stringAt(raw, 'when') || undefined,
    continueOn: {
      failed: flagAt(continueOn, 'failed'),
      error: flagAt(continueOn, 'error'),
    },
    hooks: readHooks(raw),
    expands: ['withItems', 'withParam', 'withSequence'].some(
      field => raw[field] !== undefined,
    ),
    dependencies: stringsIn(raw.dependencies),
    depends: stringAt(raw, 'depends') || undefined,
    raw,
  };
}
