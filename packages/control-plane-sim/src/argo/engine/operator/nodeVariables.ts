import { isJsonObject, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { anyTextAt } from '../values/text';
import { toTimestamp } from '../values/time';

/** What templates that come later may refer to of a node, by the part of the name after `steps.NAME.`. */
export function nodeVariables(node: WorkflowNode): Record<string, string> {
  const variables: Record<string, string> = {
    id: node.id,
    status: node.phase,
    startedAt: toTimestamp(node.startedAt),
    ...outputVariables(node.outputs),
  };
  if (node.finishedAt !== undefined) {
    variables.finishedAt = toTimestamp(node.finishedAt);
  }
  if (node.podIP) {
    variables.ip = node.podIP;
  }
  if (node.hostNode) {
    variables.hostNodeName = node.hostNode;
  }
  return variables;
}

function outputVariables(outputs: unknown): Record<string, string> {
  const variables: Record<string, string> = {};
  const result = anyTextAt(outputs, 'result');
  const exitCode = anyTextAt(outputs, 'exitCode');
  if (result !== undefined) {
    variables['outputs.result'] = result;
  }
  if (exitCode !== undefined) {
    variables.exitCode = exitCode;
  }
  for (const [name, value] of parametersOf(outputs)) {
    variables[`outputs.parameters.${name}`] = value;
  }
  return variables;
}

function parametersOf(outputs: unknown): [string, string][] {
  return listAt(outputs, 'parameters').flatMap(parameter => {
    const value = anyTextAt(parameter, 'value');
    return value === undefined
      ? []
      : [[stringAt(parameter, 'name') ?? '', value] as [string, string]];
  });
}

/** JSON where the text is JSON, else the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function structured(values: readonly string[]): unknown[] {
  const items = values.map(parsed);
  return items.every(item => Array.isArray(item) || isJsonObject(item))
    ? items
    : [...values];
}

/** What templates that come later may refer to of the nodes that a step with items became: lists, as JSON. */
export function aggregateVariables(
  nodes: readonly WorkflowNode[],
): Record<string, string> {
  const succeeded = nodes.filter(
    ({ phase, outputs }) => phase === 'Succeeded' && outputs,
  );
  const results = succeeded.flatMap(({ outputs }) => {
    const result = anyTextAt(outputs, 'result');
    return result === undefined ? [] : [parsed(result)];
  });
  const sets = succeeded
    .map(({ outputs }) => parametersOf(outputs))
    .filter(({ length }) => length > 0);
  const byName = new Map<string, string[]>();
  for (const [name, value] of sets.flat()) {
    byName.set(name, [...(byName.get(name) ?? []), value]);
  }
  const variables: Record<string, string> = {
    'outputs.result': JSON.stringify(results),
    'outputs.parameters': JSON.stringify(sets.map(Object.fromEntries)),
  };
  for (const [name, values] of byName) {
    variables[`outputs.parameters.${name}`] = JSON.stringify(
      structured(values),
    );
  }
  return variables;
}
