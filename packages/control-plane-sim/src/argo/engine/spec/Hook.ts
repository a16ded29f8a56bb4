import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { readTemplateCall, TemplateCall } from './TemplateCall';

/** A template that runs besides or after a node. */
export interface Hook {
  readonly name: string;
  /** When it starts; an exit hook without one always does. */
  readonly expression?: string;
  readonly call: TemplateCall;
  readonly raw: JsonObject;
}

/** The hooks of a step, a task or a workflow. */
export interface Hooks {
  /** Start as soon as their expression holds. */
  readonly running: readonly Hook[];
  /** Starts once the node has ended. */
  readonly exit?: Hook;
}

function readHook(name: string, raw: JsonObject): Hook {
  return {
    name,
    expression: stringAt(raw, 'expression') || undefined,
    call: readTemplateCall(raw),
    raw,
  };
}

/** Reads `hooks` and the older `onExit`. */
export function readHooks(raw: JsonObject): Hooks {
  const hooks = Object.entries(objectAt(raw, 'hooks'))
    .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hook]) => readHook(name, hook));
  const onExit = stringAt(raw, 'onExit');
  return {
    running: hooks.filter(({ name }) => name !== 'exit'),
    exit:
      hooks.find(({ name }) => name === 'exit') ??
      (onExit ? readHook('exit', { template: onExit }) : undefined),
  };
}
