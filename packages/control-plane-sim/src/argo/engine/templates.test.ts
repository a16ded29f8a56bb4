import { JsonObject, objectAt } from '../../objects/json';
import {
  dagTemplate,
  given,
  nodeNamed,
  outline,
  podTemplate,
  simulateUntil,
  stepsTemplate,
  workflowOf,
} from './testUtils/workflows';

const LATER = 900;
const QUICK = podTemplate('quick');
const BAD = podTemplate('bad', { duration: '1', exit: '3' });

function step(name: string, template = 'quick', further: JsonObject = {}) {
  return { name, template, ...further };
}

function takes(...names: string[]): JsonObject {
  return { inputs: { parameters: names.map(name => ({ name })) } };
}

function leaves(...names: string[]): JsonObject {
  return {
    outputs: {
      parameters: names.map(name => ({
        name,
        valueFrom: { path: `/tmp/${name}` },
      })),
    },
  };
}

/** The values of a node's input parameters. */
function inputsOf(node: JsonObject): unknown {
  const { parameters } = objectAt(node, 'inputs');
  return Array.isArray(parameters)
    ? parameters.map((parameter: JsonObject) => parameter.value)
    : parameters;
}

describe('calls', () => {
  it('find templates of other objects, and keep copies of them', () => {
    const shared = (name: string): JsonObject => ({
      metadata: { name },
      spec: {
        templates: [
          stepsTemplate('outer', [[step('inner', 'inner')]]),
          podTemplate('inner'),
        ],
      },
    });
    const call = (name: string, clusterScope?: boolean) => ({
      name,
      templateRef: { name: 'shared', template: 'outer', clusterScope },
    });
    const done = simulateUntil(
      LATER,
      workflowOf([
        stepsTemplate('main', [[call('ours')], [call('everyones', true)]]),
      ]),
      {
        workflowTemplates: new Map([
          ['shared', shared('shared')],
          ['cluster/shared', shared('shared')],
        ]),
      },
    );
    expect(done.status.phase).toBe('Succeeded');
    expect(nodeNamed(done, 'ours')).toMatchObject({
      templateRef: { name: 'shared', template: 'outer' },
      templateScope: 'local/wf',
      type: 'Steps',
    });
    expect(nodeNamed(done, 'ours')).not.toHaveProperty('templateName');
    expect(nodeNamed(done, 'everyones').templateRef).toEqual({
      clusterScope: true,
      name: 'shared',
      template: 'outer',
    });
    expect(nodeNamed(done, 'inner').templateScope).toMatch(
      /^(namespaced|cluster)\/shared$/,
    );
    expect(
      Object.keys(objectAt(done.status, 'storedTemplates')).sort(),
    ).toEqual([
      'cluster/shared/inner',
      'cluster/shared/outer',
      'namespaced/shared/inner',
      'namespaced/shared/outer',
    ]);
    expect(done.pods[0].name).toMatch(/^wf-inner-\d+$/);
  });

  it('run a whole WorkflowTemplate with own arguments', () => {
    const template = {
      spec: {
        entrypoint: 'main',
        arguments: {
          parameters: [
            { name: 'who', value: 'nobody' },
            { name: 'where', value: 'here' },
          ],
        },
        templates: [{ ...podTemplate('main'), ...takes('who', 'where') }],
      },
    };
    const { spec, ...workflow } = workflowOf([]);
    expect(spec).toBeDefined();
    const done = simulateUntil(
      LATER,
      {
        ...workflow,
        spec: {
          workflowTemplateRef: { name: 'greet' },
          ...given({ who: 'Ada' }),
        },
      },
      { workflowTemplates: new Map([['greet', template]]) },
    );
    expect(inputsOf(nodeNamed(done, 'wf'))).toEqual(['Ada', 'here']);
    expect(nodeNamed(done, 'wf').templateScope).toBe('local/');
    expect(done.status).toHaveProperty('storedWorkflowTemplateSpec');
  });

  it('pass values on', () => {
    const done = simulateUntil(
      LATER,
      workflowOf(
        [
          stepsTemplate('main', [
            [step('make', 'make')],
            [
              step(
                'use',
                'use',
                given({
                  a: '{{steps.make.outputs.parameters.sha}}',
                  b: '{{workflow.parameters.colour}} of {{workflow.name}}',
                  c: '{{=asInt(steps.make.outputs.parameters.count) + 1}}',
                  d: '{{steps.make.status}} {{steps.make.exitCode}}',
                }),
              ),
            ],
          ]),
          podTemplate(
            'make',
            { duration: '1', outputs: '{"sha": "3f2a9c1", "count": 41}' },
            leaves('sha', 'count'),
          ),
          { ...podTemplate('use'), ...takes('a', 'b', 'c', 'd') },
        ],
        given({ colour: 'red' }),
      ),
    );
    expect(inputsOf(nodeNamed(done, 'use'))).toEqual([
      '3f2a9c1',
      'red of wf',
      '42',
      'Succeeded 0',
    ]);
  });

  it('collect what items leave, and what templates say that they leave', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        stepsTemplate('main', [
          [step('list', 'list')],
          [
            step('each', 'each', {
              withParam: '{{steps.list.outputs.result}}',
              ...given({ name: '{{item.name}}' }),
            }),
          ],
          [
            step(
              'use',
              'use',
              given({
                all: '{{steps.each.outputs.parameters.size}}',
                inner: '{{steps.list.outputs.result}}',
              }),
            ),
          ],
        ]),
        podTemplate('list', { result: '[{"name":"a"},{"name":"b"}]' }),
        podTemplate(
          'each',
          {
            duration: '1',
            param: 'size={{inputs.parameters.name}}{{inputs.parameters.name}}',
          },
          { ...takes('name'), ...leaves('size') },
        ),
        { ...podTemplate('use'), ...takes('all', 'inner') },
      ]),
    );
    expect(inputsOf(nodeNamed(done, 'use'))).toEqual([
      '["aa","bb"]',
      '[{"name":"a"},{"name":"b"}]',
    ]);
    expect(nodeNamed(done, 'each(1:name:b)').phase).toBe('Succeeded');
  });

  it('hand outputs up, and to the workflow where they have a global name', () => {
    const global = {
      outputs: {
        parameters: [
          { name: 'url', valueFrom: { path: '/url' }, globalName: 'image' },
        ],
      },
    };
    const done = simulateUntil(
      LATER,
      workflowOf([
        dagTemplate('main', [step('push', 'wrapped')]),
        {
          ...stepsTemplate('wrapped', [[step('inner', 'push')]]),
          outputs: {
            parameters: [
              {
                name: 'url',
                valueFrom: {
                  parameter: '{{steps.inner.outputs.parameters.url}}',
                },
              },
            ],
          },
        },
        podTemplate('push', { param: 'url=registry/shop:1' }, global),
      ]),
    );
    expect(nodeNamed(done, 'push').outputs).toEqual({
      parameters: [{ name: 'url', value: 'registry/shop:1' }],
    });
    expect(done.status.outputs).toEqual({
      parameters: [{ name: 'image', value: 'registry/shop:1' }],
    });
  });

  it.each([
    ['counts up', { count: '3' }, ['0', '1', '2']],
    ['counts down', { start: '5', end: '3' }, ['5', '4', '3']],
    [
      'has a format',
      { start: '8', count: '3', format: 'shard-%02d' },
      ['shard-08', 'shard-09', 'shard-10'],
    ],
  ])('a sequence %s', (_how, withSequence, items) => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        stepsTemplate('main', [[step('n', 'quick', { withSequence })]]),
        QUICK,
      ]),
    );
    expect(
      Object.keys(outline(done)).filter(name => name.startsWith('n(')),
    ).toEqual(
      expect.arrayContaining(items.map((item, index) => `n(${index}:${item})`)),
    );
  });

  it('skip what has no items', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        stepsTemplate('main', [
          [step('none', 'quick', { withParam: '[]' })],
          [step('then')],
        ]),
        QUICK,
      ]),
    );
    expect(outline(done)).toMatchObject({
      none: 'Skipped Skipped Skipped, empty params',
      then: 'Pod Succeeded',
    });
  });
});

describe('tasks', () => {
  it('run by what they depend on', () => {
    const task = (name: string, depends: string) =>
      step(name, 'quick', { depends });
    const done = simulateUntil(
      LATER,
      workflowOf([
        dagTemplate('main', [
          step('ok'),
          step('no', 'bad'),
          step('some', 'mixed', {
            withItems: [0, 1],
            ...given({ exit: '{{item}}' }),
          }),
          task('after-both', 'ok && no'),
          task('after-either', 'ok || no.Failed'),
          task('repair', 'no.Failed || no.Errored'),
          task('unneeded', 'ok.Failed'),
          task('any', 'some.AnySucceeded'),
          task('all', 'some.AllFailed'),
        ]),
        QUICK,
        BAD,
        podTemplate(
          'mixed',
          { duration: '1', exit: '{{inputs.parameters.exit}}' },
          takes('exit'),
        ),
      ]),
    );
    const omitted = 'Skipped Omitted omitted: depends condition not met';
    expect(outline(done)).toMatchObject({
      'after-both': omitted,
      'after-either': 'Pod Succeeded',
      repair: 'Pod Succeeded',
      unneeded: omitted,
      some: 'TaskGroup Failed',
      'some(0:0)': 'Pod Succeeded',
      any: 'Pod Succeeded',
      all: omitted,
      wf: 'DAG Failed',
    });
  });

  it('go on after failures that they are told to bear', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        dagTemplate('main', [
          step('no', 'bad', { continueOn: { failed: true } }),
          step('then', 'quick', { dependencies: ['no'] }),
        ]),
        QUICK,
        BAD,
      ]),
    );
    expect(outline(done)).toMatchObject({
      no: 'Pod Failed main: Error (exit code 3)',
      then: 'Pod Succeeded',
      wf: 'DAG Succeeded',
    });
  });

  it('run only as far as the target needs them', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        dagTemplate(
          'main',
          [step('a'), step('b', 'quick', { dependencies: ['a'] }), step('c')],
          { target: 'b' },
        ),
        QUICK,
      ]),
    );
    expect(Object.keys(outline(done)).sort()).toEqual(['a', 'b', 'wf']);
    expect(done.status.phase).toBe('Succeeded');
  });

  it('are skipped with a condition that does not hold, and fail with one that is none', () => {
    const done = simulateUntil(
      LATER,
      workflowOf(
        [
          dagTemplate('main', [
            step('no', 'quick', {
              when: '{{workflow.parameters.n}} > 3 && {{workflow.parameters.env}} == prod',
            }),
            step('after', 'quick', { dependencies: ['no'] }),
            step('broken', 'quick', { when: '{{workflow.parameters.env}}' }),
          ]),
          QUICK,
        ],
        given({ n: '2', env: 'prod' }),
      ),
    );
    expect(outline(done)).toMatchObject({
      no: "Skipped Skipped when '2 > 3 && prod == prod' evaluated false",
      after: 'Pod Succeeded',
      broken: expect.stringContaining("Expected boolean evaluation for 'prod'"),
      wf: 'DAG Error',
    });
  });
});

describe('what belongs to a node', () => {
  it('starts besides it, and after it', () => {
    const done = simulateUntil(
      LATER,
      workflowOf(
        [
          stepsTemplate('main', [
            [
              step('slow', 'slow', {
                hooks: {
                  watch: {
                    expression: 'steps.slow.status == "Running"',
                    template: 'quick',
                  },
                  never: {
                    expression: 'steps.slow.status == "Failed"',
                    template: 'quick',
                  },
                  exit: {
                    template: 'tell',
                    ...given({ what: '{{steps.slow.status}}' }),
                  },
                },
              }),
            ],
          ]),
          podTemplate('slow', { duration: '20' }),
          QUICK,
          { ...podTemplate('tell'), ...takes('what') },
        ],
        {
          hooks: {
            failed: {
              expression: 'workflow.status == "Failed"',
              template: 'quick',
            },
            exit: { template: 'quick' },
          },
        },
      ),
    );
    expect(Object.keys(outline(done)).sort()).toEqual([
      '[0]',
      'slow',
      'slow.hooks.watch',
      'slow.onExit',
      'wf',
      'wf.onExit',
    ]);
    expect(inputsOf(nodeNamed(done, 'slow.onExit'))).toEqual(['Succeeded']);
    expect(nodeNamed(done, 'slow.hooks.watch')).toMatchObject({
      nodeFlag: { hooked: true },
      boundaryID: 'wf',
    });
    expect(nodeNamed(done, 'slow.hooks.watch').startedAt).not.toBe(
      nodeNamed(done, 'slow').startedAt,
    );
  });

  it('fails a workflow if its exit handler does', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([QUICK, BAD], { onExit: 'bad' }),
    );
    expect(done.status).toMatchObject({
      phase: 'Failed',
      message: 'main: Error (exit code 3)',
    });
  });

  it('serves in the background until its template ends', () => {
    const workflow = workflowOf([
      stepsTemplate('main', [
        [step('db', 'db')],
        [step('use', 'use', given({ host: '{{steps.db.ip}}' }))],
      ]),
      podTemplate('db', { duration: 'forever' }, { daemon: true }),
      { ...podTemplate('use', { duration: '30' }), ...takes('host') },
    ]);
    const running = simulateUntil(20, workflow);
    expect(nodeNamed(running, 'db')).toMatchObject({
      phase: 'Running',
      daemoned: true,
    });
    expect(inputsOf(nodeNamed(running, 'use'))).toEqual([
      nodeNamed(running, 'db').podIP,
    ]);
    const done = simulateUntil(LATER, workflow);
    expect(done.status.phase).toBe('Succeeded');
    expect(done.pods.map(({ phase }) => phase)).toEqual([
      'Failed',
      'Succeeded',
    ]);
  });

  it('is a container of a set, which fails with the first that does', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([
        {
          name: 'main',
          metadata: {
            annotations: {
              'sim/duration.a': '2',
              'sim/duration.b': '3',
              'sim/exit.b': '7',
              'sim/message.b': 'no space left',
            },
          },
          containerSet: {
            containers: [
              { name: 'a', image: 'alpine' },
              { name: 'b', image: 'alpine', dependencies: ['a'] },
              { name: 'c', image: 'alpine', dependencies: ['b'] },
            ],
          },
        },
      ]),
    );
    expect(outline(done)).toEqual({
      wf: 'Pod Failed b: Error (exit code 7): no space left',
      a: 'Container Succeeded',
      b: 'Container Failed b: Error (exit code 7): no space left',
      c: 'Container Error c: Error (exit code 64): ',
    });
    expect(done.pods[0].containers.map(({ name }) => name)).toEqual([
      'init',
      'wait',
      'a',
      'b',
      'c',
    ]);
  });

  it('runs on a machine, and counts what it asks for', () => {
    const template = podTemplate(
      'main',
      { duration: '100' },
      {
        container: {
          image: 'alpine',
          resources: {
            requests: { cpu: '2', memory: '1Gi' },
            limits: { 'nvidia.com/gpu': '1' },
          },
        },
      },
    );
    const done = simulateUntil(LATER, workflowOf([template]), {
      hosts: ['node-1', 'node-2'],
    });
    expect(nodeNamed(done, 'wf').hostNodeName).toMatch(/^node-[12]$/);
    expect(done.pods[0].hostNode).toBe(nodeNamed(done, 'wf').hostNodeName);
    const {
      cpu,
      memory,
      'nvidia.com/gpu': gpu,
    } = objectAt(nodeNamed(done, 'wf'), 'resourcesDuration');
    expect(Number(cpu)).toBeGreaterThanOrEqual(200);
    expect(Number(memory)).toBeGreaterThan(1_000);
    expect(gpu).toBe(100);
  });

  it('is taken from a cache, if it is not too old', () => {
    const memoize = (maxAge: string) => ({
      memoize: { key: 'k', maxAge, cache: { configMap: { name: 'c' } } },
    });
    const run = (maxAge: string) =>
      simulateUntil(
        LATER,
        workflowOf([
          stepsTemplate('main', [
            [step('a', 'm')],
            [step('pause')],
            [step('b', 'm')],
          ]),
          podTemplate(
            'm',
            { duration: '30', param: 'x=1' },
            { ...memoize(maxAge), ...leaves('x') },
          ),
          QUICK,
        ]),
      );
    const hit = run('1h');
    expect(nodeNamed(hit, 'a').memoizationStatus).toMatchObject({ hit: false });
    expect(nodeNamed(hit, 'b')).toMatchObject({
      memoizationStatus: { hit: true, cacheName: 'c', key: 'k' },
      outputs: nodeNamed(hit, 'a').outputs,
    });
    expect(hit.pods).toHaveLength(2);
    expect(run('1s').pods).toHaveLength(3);
  });
});
