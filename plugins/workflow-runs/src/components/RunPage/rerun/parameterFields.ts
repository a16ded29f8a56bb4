import type { RunParameter } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What came of reading a field. */
export type FieldValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** Whether a field holds JSON rather than the text itself. */
export function isJson({ value }: RunParameter): boolean {
  return value !== undefined && typeof value !== 'string';
}

/** What a parameter is in a text field. */
export function fieldText(parameter: RunParameter): string {
  const { value } = parameter;
  if (value === undefined) {
    return '';
  }
  return typeof value === 'string'
    ? value
    : JSON.stringify(value, undefined, 2);
}

/** What a text stands for: of the same type as the parameter was. */
export function fieldValue(parameter: RunParameter, text: string): FieldValue {
  if (!isJson(parameter)) {
    return { ok: true, value: text };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    const example = fieldText(parameter).split('\n')[0];
    return {
      ok: false,
      problem: `It was ${typeof parameter.value} before, written as JSON, such as ${example}`,
    };
  }
}

/** The parameters that were changed; undefined where a text stands for nothing. Those that nobody touched stay as they were. */
export function changedParameters(
  parameters: readonly RunParameter[],
  texts: Readonly<Record<string, string>>,
): Record<string, unknown> | undefined {
  const changed: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const text = texts[parameter.name];
    if (text !== undefined && text !== fieldText(parameter)) {
      const read = fieldValue(parameter, text);
      if (!read.ok) {
        return undefined;
      }
      changed[parameter.name] = read.value;
    }
  }
  return changed;
}
