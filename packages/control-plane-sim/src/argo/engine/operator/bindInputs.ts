import { isJsonObject, JsonObject, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { CallArguments } from '../spec/TemplateCall';
import { anyTextAt } from '../values/text';

/** The inputs of a call. */
export interface BoundInputs {
  /** As in the status of a node; undefined for a template without inputs. */
  readonly inputs?: JsonObject;
  readonly parameters: ReadonlyMap<string, string>;
}

const NONE: BoundInputs = { inputs: undefined, parameters: new Map() };

/**
 * The inputs of a template with what it is called with.
 *
 * @throws Error in Argo's words for a parameter without a value
 */
export function bindInputs(raw: JsonObject, call: CallArguments): BoundInputs {
  if (!isJsonObject(raw.inputs)) {
    return NONE;
  }
  const parameters = new Map<string, string>();
  const bound = listAt(raw.inputs, 'parameters')
    .filter(isJsonObject)
    .map(parameter => {
      const name = stringAt(parameter, 'name') ?? '';
      const value =
        call.parameters.get(name) ??
        anyTextAt(parameter, 'value') ??
        anyTextAt(parameter, 'default');
      if (value === undefined) {
        throw new Error(`inputs.parameters.${name} was not supplied`);
      }
      parameters.set(name, value);
      return { ...parameter, value };
    });
  const artifacts = listAt(raw.inputs, 'artifacts');
  return {
    inputs:
      bound.length + artifacts.length > 0
        ? {
            ...(artifacts.length > 0 ? { artifacts } : {}),
            ...(bound.length > 0 ? { parameters: bound } : {}),
          }
        : undefined,
    parameters,
  };
}
