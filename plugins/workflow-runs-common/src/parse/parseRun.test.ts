import fc from 'fast-check';
import {
  accepted,
  condition,
  failed,
  manifest,
  manifests,
  running,
  succeeded,
} from '../__testUtils__/manifests';
import { readWorkflowRunRecording } from '../__testUtils__/runRecording';
import { runViewSchema } from '../api/runSchema';
import type { Run } from '../model/run';
import { RUN_KINDS } from '../model/runKinds';
import { maskSecrets } from '../secrets/maskSecrets';
import { parseRun } from './parseRun';

const context = { controlPlane: 'default' };

function read(object: unknown): Run {
  const result = parseRun(object, context);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.run;
}

const source = {
  repository: 'https://github.com/acme/shop',
  branch: 'main',
  commit: '3f2a9c1',
};

const expected: Record<keyof typeof manifests, Partial<Run>> = {
  'v0.3 Build': {
    phase: 'Succeeded',
    workflow: { kind: 'ClusterWorkflowTemplate', name: 'docker' },
    project: 'shop',
    component: 'cart',
    source,
    startedAt: '2026-11-21T10:00:00Z',
    completedAt: '2026-11-21T10:05:00Z',
    reference: undefined,
    parameters: expect.objectContaining({ 'docker-context': '/cart' }),
  },
  'v0.4 WorkflowRun': {
    phase: 'Succeeded',
    workflow: { kind: 'Workflow', name: 'docker' },
    project: 'shop',
    component: 'cart',
    source,
    startedAt: '2026-11-21T10:00:00Z',
    completedAt: '2026-11-21T10:05:00Z',
    reference: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name: 'run-1',
      namespace: 'openchoreo-ci-acme',
    },
  },
  'v0.6 ComponentWorkflowRun': {
    phase: 'Running',
    workflow: { kind: 'ComponentWorkflow', name: 'docker' },
    project: 'shop',
    source,
    reference: undefined,
    completedAt: undefined,
    parameters: expect.objectContaining({ docker: { context: '/cart' } }),
  },
  'v0.12 WorkflowRun': {
    phase: 'Failed',
    project: undefined,
    source: {},
    parameters: { limit: 3 },
  },
  'v0.14 WorkflowRun': {
    phase: 'Succeeded',
    tasks: [
      {
        name: 'report',
        phase: 'Succeeded',
        startedAt: '2026-11-21T10:00:10Z',
        completedAt: '2026-11-21T10:00:20Z',
      },
    ],
  },
  'v0.16 ComponentWorkflowRun': {
    phase: 'Succeeded',
    startedAt: '2026-11-21T10:00:01Z',
    completedAt: '2026-11-21T10:04:59Z',
    ttlAfterCompletion: '1d 12h',
    source,
  },
  'v0.17 WorkflowRun': {
    phase: 'Failed',
    project: 'shop',
    component: 'cart',
    completedAt: '2026-11-21T10:04:59Z',
    source,
    tasks: [
      expect.objectContaining({
        phase: 'Failed',
        message: 'main: Error (exit code 1)',
      }),
    ],
  },
  'v1.2 WorkflowRun': {
    ref: {
      controlPlane: 'default',
      kind: 'WorkflowRun',
      namespace: 'acme',
      name: 'run-1',
    },
    uid: 'uid-of-run-1',
    resourceVersion: '1234',
    createdAt: '2026-11-21T10:00:00Z',
    phase: 'Running',
    workflow: { kind: 'ClusterWorkflow', name: 'dockerfile-builder' },
    trigger: { user: 'user:default/mira', rerunOf: 'run-0' },
    source,
    ttlAfterCompletion: '90d',
  },
};

describe('parseRun', () => {
  it.each(Object.entries(manifests))('reads a %s', (name, object) => {
    const run = read(object);
    const entry = Object.entries(expected).find(([key]) => key === name);
    expect(run).toMatchObject(entry?.[1] ?? {});
    expect(entry).toBeDefined();
  });

  it('tells why an object is no run', () => {
    const wrong: [unknown, string][] = [
      [undefined, 'not-an-object'],
      [[manifest()], 'not-an-object'],
      [manifest({ kind: 'Workflow' }), 'other-kind'],
      [{ ...manifest(), apiVersion: 'argoproj.io/v1alpha1' }, 'other-kind'],
      [{ ...manifest(), metadata: {} }, 'no-name'],
      [{ ...manifest(), metadata: { name: 'a', uid: 'b' } }, 'no-name'],
      [{ ...manifest(), metadata: { name: 'a', namespace: 'b' } }, 'no-uid'],
    ];
    for (const [object, reason] of wrong) {
      expect(parseRun(object, context)).toMatchObject({
        ok: false,
        error: { reason },
      });
    }
    expect(parseRun(manifest({ kind: 'Workflow' }), context)).toMatchObject({
      error: { detail: 'openchoreo.dev/v1alpha1 Workflow' },
    });
  });

  it.each([
    ['Pending', 'WorkflowRun', []],
    ['Pending', 'WorkflowRun', accepted],
    ['Running', 'WorkflowRun', running],
    ['Succeeded', 'WorkflowRun', [...running, ...succeeded.slice(1)]],
    ['Failed', 'WorkflowRun', [...running, ...succeeded.slice(1), ...failed]],
    [
      'Failed',
      'ComponentWorkflowRun',
      [condition('WorkflowCompleted', 'True', 'WorkflowFailed')],
    ],
    ['Pending', 'Build', [condition('BuildTriggered', 'True', 'Triggered')]],
    [
      'Running',
      'Build',
      [condition('BuildCompleted', 'False', 'BuildInProgress')],
    ],
    [
      'Failed',
      'Build',
      [condition('BuildCompleted', 'False', 'WorkflowCreationFailed')],
    ],
    ['Failed', 'Build', [condition('BuildCompleted', 'False', 'BuildFailed')]],
    [
      'Succeeded',
      'Build',
      [condition('BuildCompleted', 'True', 'BuildCompleted')],
    ],
  ])('tells that it is %s: %s %#', (phase, kind, conditions) => {
    expect(read(manifest({ kind, status: { conditions } })).phase).toBe(phase);
  });

  it('orders tasks by their start, then by name', () => {
    const tasks = [
      { name: 'later', startedAt: '2026-11-21T10:00:09Z' },
      { name: 'not yet' },
      { name: 'step(10)', startedAt: '2026-11-21T10:00:05Z' },
      { name: 'step(2)', startedAt: '2026-11-21T10:00:05Z' },
      { name: '' },
      { name: 'first', startedAt: '2026-11-21T10:00:04Z', phase: 'Omitted' },
    ];
    const names = (list: unknown[]) =>
      read(manifest({ status: { tasks: list } })).tasks.map(({ name }) => name);
    const order = ['first', 'step(2)', 'step(10)', 'later', 'not yet'];
    expect(names(tasks)).toEqual(order);
    expect(names([...tasks].reverse())).toEqual(order);
    const phases = read(manifest({ status: { tasks } })).tasks.map(
      ({ phase }) => phase,
    );
    expect(phases.slice(0, 2)).toEqual(['Skipped', 'Pending']);
  });

  it.each([
    [
      { repository: 'https://me:pw@github.com/acme/shop', branch: 'main' },
      'https://github.com/acme/shop',
      'main',
      undefined,
    ],
    [
      { 'git-repo': 'git@github.com:acme/shop.git', 'git-revision': 'abc' },
      'git@github.com:acme/shop.git',
      undefined,
      'abc',
    ],
    [
      { git: { url: 'https://git.example/x', commit: ' ' } },
      'https://git.example/x',
      undefined,
      undefined,
    ],
    [
      { repository: { url: 5 }, commit: ['a'] },
      undefined,
      undefined,
      undefined,
    ],
  ])('finds the source in %j', (parameters, repository, branch, commit) => {
    const spec = { workflow: { name: 'x', parameters } };
    expect(read(manifest({ spec })).source).toEqual({
      repository,
      branch,
      commit,
    });
  });

  it('keeps no more than it must of what is huge', () => {
    const huge = 'x'.repeat(20_000);
    const run = read(
      manifest({
        spec: {
          workflow: {
            name: 'x',
            parameters: {
              huge,
              list: Array.from({ length: 10_000 }, () => huge),
            },
          },
        },
        status: {
          conditions: Array.from({ length: 500 }, (_, i) =>
            condition(`Type${i}`, 'True', 'Reason', huge),
          ),
          tasks: Array.from({ length: 6000 }, () => ({
            name: 'task',
            message: huge,
          })),
        },
      }),
    );
    expect(run.tasks).toHaveLength(5000);
    expect(run.tasks[0].message).toHaveLength(2000);
    expect(run.conditions).toHaveLength(50);
    expect(run.conditions[0].message).toHaveLength(10_000);
    expect(run.parameters.huge).toHaveLength(10_000);
    expect(run.parameters.list).toHaveLength(1997);
  });

  it('leaves out of texts what is secret or could forge a page', () => {
    const run = read(
      manifest({
        annotations: {
          'openchoreo-planes.dev/triggered-by': 'user:default/<script>',
        },
        status: {
          conditions: [
            condition(
              'WorkflowFailed',
              'True',
              'WorkflowFailed',
              'cannot clone https://bot:PLANTED@git.example/x\u202e\u0000',
            ),
          ],
          tasks: [{ name: 'a', message: 'exit 1: --token PLANTED' }],
        },
      }),
    );
    expect(run.trigger.user).toBeUndefined();
    expect(run.conditions[0].message).toBe(
      'cannot clone https://••••••@git.example/x',
    );
    expect(run.tasks[0].message).toBe('exit 1: --token ••••••');
  });

  it('keeps of a huge secret what it is masked by', () => {
    const logins = btoa(`{"auth":"${'PLANTED'.repeat(5000)}"}`);
    const key = `-----BEGIN PRIVATE ${'KEY'}-----\n${'PLANTED'.repeat(5000)}`;
    const parameters = { logins, key };
    const { parameters: kept } = read(
      manifest({ spec: { workflow: { name: 'x', parameters } } }),
    );
    expect(maskSecrets(kept)).toEqual([
      { name: 'logins', masked: true },
      { name: 'key', masked: true },
    ]);
  });

  it('follows what the control plane recorded of real runs', () => {
    const stories: Record<string, string[]> = {};
    for (const { object } of readWorkflowRunRecording()) {
      const { ref, phase, tasks, reference } = read(object);
      const told = `${phase}${reference ? ' in Argo' : ''}: ${tasks
        .map(task => `${task.name} ${task.phase}`)
        .join(', ')}`;
      const story = (stories[ref.name] ??= []);
      if (story.at(-1) !== told) {
        story.push(told);
      }
    }
    expect(stories).toEqual({
      'shop-build-01': ['Pending: ', 'Failed: '],
      'shop-build-02': [
        'Pending: ',
        'Pending in Argo: ',
        'Running in Argo: checkout-source Pending',
        // The order of the two parallel tasks changes in the resource.
        'Running in Argo: checkout-source Succeeded, build-image Running, unit-tests Failed',
        'Failed in Argo: checkout-source Succeeded, build-image Succeeded, unit-tests Failed',
      ],
      'offline-01': ['Pending: '],
      'no-workflow-01': ['Pending: ', 'Failed: '],
      'while-offline': ['Pending: ', 'Pending in Argo: '],
    });
  });

  it('takes anything and never throws', () => {
    const output = (object: unknown) =>
      JSON.stringify(parseRun(object, context));
    fc.assert(
      fc.property(
        fc.constantFrom(...RUN_KINDS),
        fc.jsonValue(),
        fc.jsonValue(),
        (kind, spec, status) => {
          const run = read(manifest({ kind, spec, status }));
          const { parameters, ...rest } = run;
          // What it makes of anything fits the answers of the API.
          const view: unknown = JSON.parse(
            JSON.stringify({
              ...rest,
              parameters: [],
              taskCount: 0,
              sourceState: 'live',
            }),
          );
          expect(runViewSchema.safeParse(view).success).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), object => typeof output(object) === 'string'),
    );
    const fields = ['workflow', 'conditions', 'tasks', 'runReference', 'owner'];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()),
        fc.constantFrom(...RUN_KINDS),
        (object, kind) =>
          typeof output(manifest({ kind, spec: object, status: object })) ===
          'string',
      ),
    );
  });
});
