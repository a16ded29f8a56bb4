import { isJsonObject, JsonObject } from '../../../objects/json';
import { compileRule } from '../../../schema/ruleExpression';

const EXPRESSION = /\$\{([^}]*)\}/g;
const WHOLE = /^\$\{([^}]*)\}$/;

/** The names that the expressions of a template know. */
export type TemplateScope = Readonly<Record<string, unknown>>;

function evaluate(expression: string, scope: TemplateScope): unknown {
  return compileRule(expression, Object.keys(scope))(scope);
}

/** A value as it stands within a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}

function renderText(text: string, scope: TemplateScope): unknown {
  const whole = WHOLE.exec(text.trim());
  return whole
    ? evaluate(whole[1], scope)
    : text.replace(EXPRESSION, (_, expression: string) =>
        textOf(evaluate(expression, scope)),
      );
}

/**
 * Fills in the expressions of a template, `${parameters.repository.url}`. A text that is nothing but an expression becomes its
 * value, whatever its type.
 *
 * @throws Error for an expression that names what is not there, or is not understood
 */
export function renderTemplate(
  template: unknown,
  scope: TemplateScope,
): unknown {
  if (typeof template === 'string') {
    return renderText(template, scope);
  }
  if (Array.isArray(template)) {
    return template.map(item => renderTemplate(item, scope));
  }
  return isJsonObject(template) ? renderObject(template, scope) : template;
}

/** {@link renderTemplate} of an object. */
export function renderObject(
  template: JsonObject,
  scope: TemplateScope,
): JsonObject {
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => [
      name,
      renderTemplate(value, scope),
    ]),
  );
}
