import { parseExpression } from './parseExpression';
import { Scope } from './Scope';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Whether a step's `when`, its references resolved, lets it run.
 *
 * @throws Error in Argo's words where it is not a condition
 */
export function evaluateWhen(when: string | undefined): boolean {
  if (!when) {
    return true;
  }
  let value: unknown;
  try {
    value = parseExpression(when, 'bare-words').evaluate(() => undefined);
  } catch (error) {
    throw new Error(`Invalid 'when' expression '${when}': ${reasonOf(error)}`);
  }
  if (typeof value !== 'boolean') {
    throw new Error(
      `Expected boolean evaluation for '${when}'. Got ${String(value)}`,
    );
  }
  return value;
}

/** The value of an expression over the variables of a scope; undefined where the scope does not know one of them. */
export function evaluateExpression(expression: string, scope: Scope): unknown {
  const { evaluate, variables } = parseExpression(expression, 'variables');
  return variables.every(name => scope.knows(name))
    ? evaluate(name => scope.get(name))
    : undefined;
}

/**
 * Whether a condition over the variables of a scope holds.
 *
 * @throws Error where it is not a condition
 */
export function evaluateCondition(expression: string, scope: Scope): boolean {
  let value: unknown;
  try {
    value = parseExpression(expression, 'variables').evaluate(name =>
      scope.get(name),
    );
  } catch (error) {
    throw new Error(
      `unable to evaluate expression '${expression}': ${reasonOf(error)}`,
    );
  }
  if (typeof value !== 'boolean') {
    throw new Error(
      `unable to cast expression result '${String(value)}' to bool`,
    );
  }
  return value;
}
