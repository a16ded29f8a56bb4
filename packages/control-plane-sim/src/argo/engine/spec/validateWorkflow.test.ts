import { JsonObject } from '../../../objects/json';
import {
  dagTemplate,
  given,
  podTemplate,
  simulateUntil,
  stepsTemplate,
  workflowOf,
} from '../testUtils/workflows';

const LATER = 60;
const QUICK = podTemplate('quick');

function step(name: string, template = 'quick', further: JsonObject = {}) {
  return { name, template, ...further };
}

function takes(...names: string[]): JsonObject {
  return { inputs: { parameters: names.map(name => ({ name })) } };
}

describe('specs that are refused', () => {
  const main = (further: JsonObject) =>
    stepsTemplate('main', [[step('a'), step('b', 'quick', further)]]);
  it.each([
    [
      'no entrypoint',
      workflowOf([QUICK], { entrypoint: '' }),
      'spec.entrypoint is required',
    ],
    [
      'an unknown entrypoint',
      workflowOf([QUICK], { entrypoint: 'x' }),
      "spec.entrypoint template name 'x' undefined",
    ],
    [
      'an unknown template',
      workflowOf([main({ template: 'x' })]),
      "templates.main.steps[0].a template name 'quick' undefined",
    ],
    [
      'a reference to a step of the same time',
      workflowOf([main(given({ x: '{{steps.a.outputs.result}}' })), QUICK]),
      'templates.main.steps failed to resolve {{steps.a.outputs.result}}',
    ],
    [
      'a missing argument',
      workflowOf([main({}), { ...QUICK, ...takes('x') }]),
      'templates.main.steps[0].a inputs.parameters.x was not supplied',
    ],
    [
      'an undeclared input',
      workflowOf([podTemplate('main', { message: '{{inputs.parameters.y}}' })]),
      'templates.main: failed to resolve {{inputs.parameters.y}}',
    ],
    [
      'an unknown dependency',
      workflowOf([
        dagTemplate('main', [step('a', 'quick', { dependencies: ['z'] })]),
        QUICK,
      ]),
      "templates.main.tasks.a dependency 'z' not defined",
    ],
    [
      'a cycle',
      workflowOf([
        dagTemplate('main', [
          step('a', 'quick', { dependencies: ['b'] }),
          step('b', 'quick', { depends: 'a' }),
        ]),
        QUICK,
      ]),
      'templates.main.tasks dependency cycle detected: a->b->a',
    ],
    [
      'a template that does nothing',
      workflowOf([{ name: 'main' }]),
      'templates.main template type unspecified. choose one of: container, containerSet, steps, script, resource, dag, suspend',
    ],
    [
      'an unknown WorkflowTemplate',
      workflowOf([
        stepsTemplate('main', [
          [{ name: 'a', templateRef: { name: 't', template: 'x' } }],
        ]),
      ]),
      'templates.main.steps[0].a workflowtemplates.argoproj.io "t" not found',
    ],
  ])('%s', (_what, workflow, message) => {
    const { status, labels, events } = simulateUntil(LATER, workflow);
    expect(status).toEqual({
      conditions: [{ status: 'True', type: 'Completed' }],
      finishedAt: expect.any(String),
      message: `invalid spec: ${message}`,
      phase: 'Failed',
      progress: '0/0',
      startedAt: expect.any(String),
    });
    expect(labels['workflows.argoproj.io/phase']).toBe('Failed');
    expect(events).toMatchObject([
      {
        type: 'Warning',
        reason: 'WorkflowFailed',
        object: { kind: 'Workflow', name: 'wf' },
      },
    ]);
  });

  it('an object that is no workflow', () => {
    expect(() => simulateUntil(1, {})).toThrow(
      'The workflow needs a name in metadata.name',
    );
    expect(() => simulateUntil(1, { metadata: { name: 'x' } })).toThrow(
      'metadata.creationTimestamp',
    );
  });

  it('a parameter without a value', () => {
    const workflow = workflowOf([QUICK], {
      arguments: { parameters: [{ name: 'p' }] },
    });
    expect(simulateUntil(LATER, workflow).status.message).toBe(
      'failed to set global parameters: either value or valueFrom must be specified in order to set global parameter p',
    );
  });
});
