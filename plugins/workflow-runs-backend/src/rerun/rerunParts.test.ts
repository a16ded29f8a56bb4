import { RUN_PLURALS } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import fc from 'fast-check';
import { run } from '../__testUtils__/runs';
import { parameterProblem, parametersSchemaOf } from './checkParameters';
import { rerunName } from './rerunName';
import { readStoredRun } from './storedRun';

describe('rerunName', () => {
  const random = () => Buffer.from('0badcafe', 'hex');

  it.each([
    [{ component: 'cart' }, 'cart-run-0badcafe'],
    [{}, 'docker-run-0badcafe'],
    [{ component: 'Cart_Service' }, 'cart-service-run-0badcafe'],
    [{ component: 'cart.v2' }, 'cart.v2-run-0badcafe'],
    [{ kind: 'Build', spec: {} }, 'build-run-0badcafe'],
  ])('is made of the component, else of the workflow: %j', (options, name) => {
    expect(rerunName(run(options), random)).toBe(name);
  });

  it('is always one that Kubernetes takes, also as the value of a label', () => {
    const part = fc.constantFrom('a', '-', '.', '_', 'Z', '9', 'long-name.');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), parts => {
        const component = parts.join('');
        const name = rerunName({ ...run(), component });
        expect(name).toMatch(
          /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
        );
        expect(name.length).toBeLessThanOrEqual(63);
      }),
    );
  });

  it('differs from run to run', () => {
    expect(rerunName(run())).not.toBe(rerunName(run()));
  });
});

describe('readStoredRun', () => {
  const metadata = {
    uid: 'u',
    labels: { 'openchoreo.dev/project': 'shop', 'example.com/auto': 'yes' },
  };
  const repository = { url: 'https://git.example/shop', revision: {} };

  it.each<[keyof typeof RUN_PLURALS, object, object, object, object]>([
    [
      'WorkflowRun',
      {
        ttlAfterCompletion: '1d',
        workflow: {
          kind: 'Workflow',
          name: 'a',
          parameters: { repository, n: 1 },
        },
      },
      { repository, n: 1 },
      { repository, n: 2 },
      {
        ttlAfterCompletion: '1d',
        workflow: {
          kind: 'Workflow',
          name: 'a',
          parameters: { repository, n: 2 },
        },
      },
    ],
    [
      'WorkflowRun',
      { workflow: { name: 'a', schema: { n: 1 } } },
      { n: 1 },
      { n: 2 },
      { workflow: { name: 'a', schema: { n: 2 } } },
    ],
    [
      'WorkflowRun',
      { workflow: { kind: 'ClusterWorkflow', name: 'a' } },
      {},
      {},
      { workflow: { kind: 'ClusterWorkflow', name: 'a' } },
    ],
    [
      'WorkflowRun',
      { workflow: { kind: 'ClusterWorkflow', name: 'a' } },
      {},
      { n: 1 },
      {
        workflow: { kind: 'ClusterWorkflow', name: 'a', parameters: { n: 1 } },
      },
    ],
    [
      'ComponentWorkflowRun',
      {
        owner: { projectName: 'shop' },
        workflow: {
          name: 'a',
          parameters: { n: 1 },
          systemParameters: { repository },
        },
      },
      { n: 1, systemParameters: { repository } },
      { n: 2, systemParameters: { repository: { url: 'x' } } },
      {
        owner: { projectName: 'shop' },
        workflow: {
          name: 'a',
          parameters: { n: 2 },
          systemParameters: { repository: { url: 'x' } },
        },
      },
    ],
    [
      'Build',
      {
        owner: { projectName: 'shop' },
        repository,
        templateRef: {
          engine: 'argo',
          name: 'docker',
          parameters: [{ name: 'context', value: '/' }],
        },
      },
      { context: '/', repository },
      { context: '/cart', target: 'prod', repository: { url: 'x' } },
      {
        owner: { projectName: 'shop' },
        repository: { url: 'x' },
        templateRef: {
          engine: 'argo',
          name: 'docker',
          parameters: [
            { name: 'context', value: '/cart' },
            { name: 'target', value: 'prod' },
          ],
        },
      },
    ],
  ])('takes a %s apart, and puts it together again: %#', (...given) => {
    const [kind, spec, parameters, changed, expected] = given;
    const stored = readStoredRun({ metadata, spec }, kind);
    expect(stored).toMatchObject({
      uid: 'u',
      labels: { 'openchoreo.dev/project': 'shop' },
      parameters,
    });
    expect(stored?.labels).not.toHaveProperty('example.com/auto');
    expect(stored?.specWith({ ...stored.parameters })).toEqual(spec);
    expect(
      stored?.specWith(Object.fromEntries(Object.entries(changed))),
    ).toEqual(expected);
  });

  it.each([
    {},
    { metadata },
    { metadata, spec: {} },
    { metadata, spec: { workflow: { parameters: 'x' } } },
  ])('makes nothing of %j', object => {
    expect(readStoredRun(object, 'WorkflowRun')).toBeUndefined();
  });
});

describe('parameterProblem', () => {
  const schema = parametersSchemaOf({
    spec: {
      parameters: {
        openAPIV3Schema: {
          type: 'object',
          properties: {
            replicas: { type: 'integer' },
            ratio: { type: 'number', nullable: true },
            mode: { type: 'string', enum: ['fast', 'slow'] },
            odd: { type: 'colour', items: 7 },
            environment: {
              type: 'array',
              items: {
                type: 'object',
                properties: { value: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  });
  const before = { replicas: 'one', environment: [{ value: 'a' }] };

  it.each<[object, string | undefined]>([
    [{}, undefined],
    [{ replicas: 2, ratio: null, mode: 'slow', odd: [], more: 1 }, undefined],
    [{ replicas: '2' }, "Parameter 'replicas' must be a whole number"],
    [{ replicas: 1.5 }, "Parameter 'replicas' must be a whole number"],
    [{ ratio: true }, "Parameter 'ratio' must be a number"],
    [{ mode: 'warp' }, "Parameter 'mode' must be one of fast, slow"],
    [{ environment: 'A=1' }, "Parameter 'environment' must be a list"],
    [
      { environment: [{ value: 's3cret' }, { value: 7 }] },
      "Parameter 'environment[1].value' must be a text",
    ],
  ])('tells of %j: %s', (changes, problem) => {
    expect(
      schema && parameterProblem(schema, { ...before, ...changes }, before),
    ).toBe(problem);
  });

  it.each([{}, { spec: { parameters: { openAPIV3Schema: 'x' } } }])(
    'has no schema of %j',
    workflow => {
      expect(parametersSchemaOf(workflow)).toBeUndefined();
    },
  );
});
