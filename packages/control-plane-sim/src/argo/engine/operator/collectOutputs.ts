import {
  isJsonObject,
  JsonObject,
  objectAt,
  stringAt,
} from '../../../objects/json';
import { listAt } from '../../../controllers/fields';
import { PodRun } from '../pods/PodRun';
import { Template } from '../spec/Template';
import { anyTextAt } from '../values/text';

const referenceTexts = new WeakMap<Template, string>();

/** Whether the calling template refers to the step's result, without which Argo does not collect it. */
function isResultReferred(caller: Template | undefined, step: string): boolean {
  if (!caller) {
    return false;
  }
  const text = referenceTexts.get(caller) ?? JSON.stringify(caller.raw);
  referenceTexts.set(caller, text);
  return [
    `.${step}.outputs.result`,
    `['${step}'].outputs.result`,
    `[\\"${step}\\"].outputs.result`,
  ].some(reference => text.includes(reference));
}

/** What the pod left: declared parameters and artifacts, and the result that somebody refers to. */
export function collectOutputs(pod: PodRun, workflow: string): JsonObject {
  const { template, behaviour, node, boundaryTemplate, stepName } = pod.init;
  const { outputs: values, result } = behaviour.sheet;
  const parameters = listAt(template.outputs, 'parameters')
    .filter(isJsonObject)
    .map(parameter => ({
      ...parameter,
      value:
        values.get(stringAt(parameter, 'name') ?? '') ??
        anyTextAt(objectAt(parameter, 'valueFrom'), 'default') ??
        '',
    }));
  const artifacts = listAt(template.outputs, 'artifacts')
    .filter(isJsonObject)
    .map(artifact => ({
      ...artifact,
      s3: {
        key: `${workflow}/${pod.init.name}/${
          stringAt(artifact, 'name') ?? ''
        }.tgz`,
      },
    }));
  return {
    ...(artifacts.length > 0 ? { artifacts } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(result !== undefined && isResultReferred(boundaryTemplate, stepName)
      ? { result }
      : {}),
    ...(node.outputs ?? {}),
  };
}
