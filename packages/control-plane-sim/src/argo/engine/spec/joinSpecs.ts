import { isJsonObject, JsonObject, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';

function joinParameters(own: unknown, referred: unknown): JsonObject[] {
  const joined = new Map<string, JsonObject>();
  for (const parameter of [
    ...listAt(referred, 'parameters'),
    ...listAt(own, 'parameters'),
  ].filter(isJsonObject)) {
    const name = stringAt(parameter, 'name') ?? '';
    joined.set(name, { ...joined.get(name), ...parameter });
  }
  return [...joined.values()];
}

/** The spec that a workflow runs by which refers to a WorkflowTemplate: its own fields win, its arguments complete. */
export function joinSpecs(own: JsonObject, referred: JsonObject): JsonObject {
  const parameters = joinParameters(own.arguments, referred.arguments);
  return {
    ...referred,
    ...own,
    arguments: {
      ...(isJsonObject(referred.arguments) ? referred.arguments : {}),
      ...(isJsonObject(own.arguments) ? own.arguments : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
    },
  };
}
