import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
  without,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { evaluateExpression } from '../expressions/evaluate';
import { Scope } from '../expressions/Scope';
import { Template } from '../spec/Template';
import { anyTextAt, asText } from '../values/text';

function referredValue(
  valueFrom: JsonObject,
  scope: Scope,
): string | undefined {
  const parameter = stringAt(valueFrom, 'parameter');
  const expression = stringAt(valueFrom, 'expression');
  if (parameter !== undefined) {
    return scope.get(parameter.replace(/^\{\{\s*|\s*\}\}$/g, ''));
  }
  return expression === undefined
    ? undefined
    : asText(evaluateExpression(expression, scope));
}

/**
 * The outputs that a template of steps or tasks takes from those within it; undefined where it declares none.
 *
 * @throws Error in Argo's words where a value is missing
 */
export function templateOutputs(
  template: Template,
  scope: Scope,
): JsonObject | undefined {
  const parameters = listAt(template.outputs, 'parameters')
    .filter(isJsonObject)
    .map(parameter => {
      const valueFrom = objectAt(parameter, 'valueFrom');
      const value =
        referredValue(valueFrom, scope) ?? anyTextAt(valueFrom, 'default');
      if (value === undefined) {
        throw new Error(
          `unable to resolve outputs.parameters.${
            stringAt(parameter, 'name') ?? ''
          }`,
        );
      }
      return { ...without(parameter, 'valueFrom'), value };
    });
  return parameters.length > 0 ? { parameters } : undefined;
}
