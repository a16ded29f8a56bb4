import { objectAt, stringAt } from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { Scope } from '../expressions/Scope';
import { anyTextAt } from '../values/text';
import { toTimestamp } from '../values/time';
import { WorkflowDefinition } from './WorkflowDefinition';

function setCreation(scope: Scope, createdAt: number): void {
  const stamp = toTimestamp(createdAt);
  const [year, month, day, hour, minute, second] = stamp.split(/[-T:Z]/);
  scope.set('workflow.creationTimestamp', stamp);
  scope.setAll('workflow.creationTimestamp', {
    RFC3339: stamp,
    s: String(Math.floor(createdAt / 1_000)),
    Y: year,
    m: month,
    d: day,
    H: hour,
    M: minute,
    S: second,
  });
}

function setParameters(scope: Scope, spec: unknown): void {
  const parameters = listAt(objectAt(spec, 'arguments'), 'parameters');
  for (const parameter of parameters) {
    const name = stringAt(parameter, 'name') ?? '';
    const value =
      anyTextAt(parameter, 'value') ??
      anyTextAt(objectAt(parameter, 'valueFrom'), 'default');
    if (value === undefined) {
      throw new Error(
        `either value or valueFrom must be specified in order to set global parameter ${name}`,
      );
    }
    scope.set(`workflow.parameters.${name}`, value);
  }
  scope.set('workflow.parameters', JSON.stringify(parameters));
}

/**
 * The variables that all templates of a workflow know.
 *
 * @throws Error in Argo's words for a parameter without a value
 */
export function createGlobalScope(workflow: WorkflowDefinition): Scope {
  const scope = new Scope();
  scope.setAll('workflow', {
    name: workflow.name,
    namespace: workflow.namespace,
    uid: workflow.uid,
    mainEntrypoint: workflow.entrypoint,
    serviceAccountName: stringAt(workflow.spec, 'serviceAccountName') ?? '',
    priority: anyTextAt(workflow.spec, 'priority') ?? '0',
    labels: JSON.stringify(workflow.labels),
    annotations: JSON.stringify(workflow.annotations),
  });
  scope.setAll('workflow.labels', workflow.labels);
  scope.setAll('workflow.annotations', workflow.annotations);
  setCreation(scope, workflow.createdAt);
  setParameters(scope, workflow.spec);
  return scope;
}
