import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { anyTextAt, flagAt } from '../values/text';

/** A template of a WorkflowTemplate or ClusterWorkflowTemplate. */
export interface TemplateReference {
  readonly name: string;
  readonly template: string;
  readonly clusterScope: boolean;
}

/** What a template is called with. */
export interface CallArguments {
  readonly parameters: ReadonlyMap<string, string>;
  readonly artifacts: readonly JsonObject[];
}

/** Which template is called, in one of three ways, and with what. */
export interface TemplateCall {
  readonly template?: string;
  readonly templateRef?: TemplateReference;
  readonly inline?: JsonObject;
  readonly arguments: CallArguments;
}

/** Reads `arguments`. A parameter without a value is left out. */
export function readArguments(raw: unknown): CallArguments {
  const parameters = new Map<string, string>();
  for (const parameter of listAt(raw, 'parameters')) {
    const name = stringAt(parameter, 'name');
    const value = anyTextAt(parameter, 'value');
    if (name !== undefined && value !== undefined) {
      parameters.set(name, value);
    }
  }
  return {
    parameters,
    artifacts: listAt(raw, 'artifacts').filter(isJsonObject),
  };
}

function readReference(raw: JsonObject): TemplateReference | undefined {
  const reference = objectAt(raw, 'templateRef');
  const name = stringAt(reference, 'name');
  return name === undefined
    ? undefined
    : {
        name,
        template: stringAt(reference, 'template') ?? '',
        clusterScope: flagAt(reference, 'clusterScope'),
      };
}

/** Reads the call from a step, a task or a hook. */
export function readTemplateCall(raw: JsonObject): TemplateCall {
  return {
    template: stringAt(raw, 'template') || undefined,
    templateRef: readReference(raw),
    inline: isJsonObject(raw.inline) ? raw.inline : undefined,
    arguments: readArguments(raw.arguments),
  };
}
