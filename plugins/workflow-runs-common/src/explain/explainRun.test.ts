import assert from 'node:assert';
import fc from 'fast-check';
import {
  condition,
  failed,
  manifest,
  running,
} from '../__testUtils__/manifests';
import { readWorkflowRunRecording } from '../__testUtils__/runRecording';
import { run, task } from '../__testUtils__/runs';
import { runExplanationSchema } from '../api/runsSchema';
import { RUN_KINDS } from '../model/runKinds';
import type { Run } from '../model/run';
import { parseRun } from '../parse/parseRun';
import { explainRun } from './explainRun';
import { failedTaskOf } from './failedTask';
import type { ExplainRunInput } from './types';

const CREATED = Date.parse('2026-11-21T10:00:00Z');
const plane = {
  kind: 'ClusterWorkflowPlane',
  name: 'default',
  title: 'EU builds',
  connected: true,
};
const offline = { ...plane, connected: false };
const reference = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  name: 'run-1',
  namespace: 'workflows-acme',
};

function explain(
  given: Run,
  {
    seconds = 300,
    ...input
  }: Partial<ExplainRunInput> & { seconds?: number } = {},
) {
  return explainRun({
    run: given,
    now: CREATED + seconds * 1000,
    plane,
    ...input,
  });
}

const pendingWith = (reason: string, message?: string) =>
  run({
    conditions: [
      { type: 'WorkflowCompleted', status: 'False', reason, message },
    ],
  });
const pending = pendingWith(
  'WorkflowPending',
  'Workflow has not completed yet',
);
const failedWith = (reason: string, message: string, options = {}) =>
  run({
    phase: 'Failed',
    conditions: [{ type: 'WorkflowFailed', status: 'True', reason, message }],
    ...options,
  });
const argo = { suspended: false };

describe('explainRun', () => {
  it.each<[string, Run, Parameters<typeof explain>[1], string, string]>([
    [
      'accepted a moment ago',
      pending,
      { seconds: 59 },
      'starting',
      'about to start',
    ],
    [
      'not yet seen by the controller',
      run(),
      { seconds: 1 },
      'starting',
      'about to start',
    ],
    [
      'never seen by the controller',
      run(),
      {},
      'not-created',
      'has not taken up',
    ],
    [
      'waiting for a plane without an agent',
      pending,
      { plane: offline },
      'plane-offline',
      "waits for plane 'EU builds'",
    ],
    [
      'the same, a moment ago',
      pending,
      { plane: offline, seconds: 2 },
      'plane-offline',
      'not connected',
    ],
    [
      'on no known plane',
      pending,
      { plane: undefined },
      'plane-not-found',
      'not known to the portal',
    ],
    [
      'without an Argo workflow',
      pending,
      {},
      'not-created',
      'though the agent of its plane is connected',
    ],
    [
      'the same, with nobody knowing of the plane',
      pending,
      { plane: 'unknown' },
      'not-created',
      'for more than a minute.',
    ],
    [
      'without a plane, by the controller',
      pendingWith(
        'WorkflowPlaneNotFound',
        'No workflow plane found for the workflow associated with this workflow run',
      ),
      { plane: undefined, seconds: 2 },
      'plane-not-found',
      'No workflow plane found for the workflow associated with this workflow run.',
    ],
    [
      'without a build plane',
      pendingWith('BuildPlaneNotFound'),
      {},
      'plane-not-found',
      'found no plane',
    ],
    [
      'with a plane that does not resolve',
      pendingWith(
        'WorkflowPlaneResolutionFailed',
        'Failed to resolve workflow plane: timeout',
      ),
      {},
      'plane-unresolved',
      'timeout.',
    ],
    [
      'with a workflow that does not resolve',
      pendingWith(
        'WorkflowResolutionFailed',
        'Failed to resolve workflow: timeout',
      ),
      {},
      'workflow-unresolved',
      'timeout.',
    ],
    [
      'in Argo since a moment',
      { ...pending, reference },
      { seconds: 30 },
      'starting',
      'about to start',
    ],
    [
      'in Argo for long',
      { ...pending, reference },
      {},
      'argo-pending',
      'waits for a lock',
    ],
    [
      'in Argo, waiting for a lock',
      { ...pending, reference },
      {
        seconds: 5,
        workflow: {
          ...argo,
          phase: 'Pending',
          message: 'Waiting for acme/Mutex/deploy lock. Lock status: 0/1',
        },
      },
      'argo-pending',
      'waits for the lock acme/Mutex/deploy',
    ],
    [
      'a Build that Argo has',
      run({
        kind: 'Build',
        conditions: [{ type: 'BuildTriggered', status: 'True' }],
      }),
      {},
      'argo-pending',
      'waits for a lock',
    ],
    [
      'running on a plane without an agent',
      run({ phase: 'Running' }),
      { plane: offline },
      'plane-offline',
      'nobody knows',
    ],
    [
      'suspended',
      run({ phase: 'Running' }),
      { workflow: { suspended: true } },
      'suspended',
      'nothing new begins',
    ],
    [
      'being stopped',
      run({ phase: 'Running' }),
      { workflow: { ...argo, shutdown: 'Stop' } },
      'stopped',
      'being stopped',
    ],
    [
      'of a component that does not exist',
      failedWith('ComponentValidationFailed', 'component "cart" not found'),
      {},
      'component-validation-failed',
      'OpenChoreo refused the run: component "cart" not found.',
    ],
    [
      'of a workflow that is not allowed',
      failedWith('WorkflowNotAllowed', 'not allowed'),
      {},
      'component-validation-failed',
      'not allowed.',
    ],
    [
      'of a workflow that does not exist',
      failedWith('WorkflowFailed', 'Workflow is not found in the cluster'),
      {},
      'workflow-not-found',
      "ClusterWorkflow 'build' does not exist.",
    ],
    [
      'whose Argo workflow vanished',
      failedWith('WorkflowFailed', 'Workflow is not found in the cluster', {
        reference,
      }),
      {},
      'argo-gone',
      'vanished before the run ended',
    ],
    [
      'whose Argo workflow vanished, before v0.17',
      run({
        phase: 'Failed',
        reference,
        conditions: [
          {
            type: 'WorkflowCompleted',
            status: 'True',
            message: 'Workflow has been deleted from the cluster',
          },
        ],
      }),
      {},
      'argo-gone',
      'vanished',
    ],
    [
      'with a failed task',
      failedWith('WorkflowFailed', 'Workflow execution failed', {
        tasks: [
          task('checkout', 0, 5),
          task('unit-tests', 5, 9, {
            phase: 'Failed',
            message: 'main: Error (exit code 1)',
          }),
        ],
      }),
      {},
      'task-failed',
      'unit-tests failed: exit code 1.',
    ],
    [
      'with a task that failed again and again',
      failedWith('WorkflowFailed', 'Workflow execution failed', {
        tasks: [0, 1, 2].map(i =>
          task(`push(${i})`, i, 1, { phase: 'Failed' }),
        ),
      }),
      {},
      'task-failed',
      'push failed after 3 attempts.',
    ],
    [
      'terminated',
      failedWith('WorkflowFailed', 'Workflow execution failed', {
        tasks: [
          task('a', 0, 1, {
            phase: 'Failed',
            message: 'workflow shutdown with strategy:  Terminate',
          }),
        ],
      }),
      {},
      'stopped',
      'The run was terminated.',
    ],
    [
      'stopped',
      failedWith('WorkflowFailed', 'x'),
      { workflow: { ...argo, shutdown: 'Stop' } },
      'stopped',
      'was stopped',
    ],
    [
      'refused by Argo',
      failedWith('WorkflowFailed', 'Workflow execution failed'),
      { workflow: { ...argo, message: 'invalid spec' } },
      'failed',
      'The run failed: invalid spec.',
    ],
    [
      'failed for no known reason',
      failedWith('WorkflowFailed', 'Workflow execution failed'),
      {},
      'failed',
      'does not say why',
    ],
    [
      'a Build that could not be created',
      run({
        kind: 'Build',
        phase: 'Failed',
        conditions: [
          {
            type: 'BuildCompleted',
            status: 'False',
            reason: 'WorkflowCreationFailed',
            message: 'forbidden',
          },
        ],
      }),
      {},
      'failed',
      'The run failed: forbidden.',
    ],
    [
      'whose workload was not updated',
      run({
        phase: 'Succeeded',
        conditions: [
          {
            type: 'WorkloadUpdated',
            status: 'False',
            message: 'Failed to create/update workload CR',
          },
        ],
      }),
      {},
      'failed',
      'succeeded, but its image was not deployed: Failed to create/update workload CR.',
    ],
  ])('tells of a run %s', (_what, given, input, code, text) => {
    const explanation = explain(given, input);
    expect(explanation).toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
  });

  it('has nothing to say of a run that goes well', () => {
    expect(explain(run({ phase: 'Running' }))).toBeUndefined();
    expect(explain(run({ phase: 'Succeeded' }))).toBeUndefined();
    expect(
      explain(run({ phase: 'Running' }), { plane: undefined, workflow: argo }),
    ).toBeUndefined();
  });

  it('says one sentence of each, whatever the resource holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RUN_KINDS),
        fc.jsonValue(),
        fc.constantFrom(undefined, 'unknown' as const, plane, offline),
        fc.integer(),
        fc.constantFrom([], running, failed, [
          condition('WorkflowCompleted', 'False', 'WorkflowPlaneNotFound'),
        ]),
        (kind, tasks, where, now, conditions) => {
          const result = parseRun(
            manifest({ kind, status: { conditions, tasks } }),
            { controlPlane: 'default' },
          );
          const explanation = result.ok
            ? explainRun({ run: result.run, now, plane: where })
            : undefined;
          const schema = runExplanationSchema.optional();
          expect(schema.parse(explanation)).toEqual(explanation);
        },
      ),
    );
  });

  it('explains what the control plane recorded of real runs', () => {
    const told: Record<string, string[]> = {};
    for (const { object, time } of readWorkflowRunRecording()) {
      const result = parseRun(object, { controlPlane: 'default' });
      assert(result.ok);
      const { name } = result.run.ref;
      const explanation = explainRun({
        run: result.run,
        now: time,
        plane: name.includes('offline') ? offline : plane,
      });
      const story = (told[name] ??= []);
      const code = explanation?.code ?? 'nothing';
      if (story.at(-1) !== code) {
        story.push(code);
      }
    }
    expect(told).toEqual({
      'shop-build-01': ['starting', 'component-validation-failed'],
      'shop-build-02': ['starting', 'nothing', 'task-failed'],
      'offline-01': ['plane-offline'],
      'no-workflow-01': ['starting', 'workflow-not-found'],
      'while-offline': ['plane-offline'],
    });
  });
});

describe('failedTaskOf', () => {
  const bad = { phase: 'Failed' } as const;
  it.each<[string, Pick<Run, 'phase' | 'tasks'>, string | undefined]>([
    ['nothing', { phase: 'Failed', tasks: [task('a', 0, 1)] }, undefined],
    [
      'the one that failed first, not the one that began first',
      {
        phase: 'Failed',
        tasks: [task('slow', 0, 9, bad), task('fast', 1, 2, bad)],
      },
      'fast',
    ],
    [
      'not what a later attempt made good',
      {
        phase: 'Failed',
        tasks: [
          task('a(0)', 0, 1, bad),
          task('a(1)', 2, 1),
          task('b', 4, 1, { phase: 'Error' }),
        ],
      },
      'b',
    ],
    [
      'the last attempt',
      {
        phase: 'Failed',
        tasks: [task('a(0)', 0, 1, bad), task('a(1)', 2, 1, bad)],
      },
      'a(1)',
    ],
    [
      'the item of a loop',
      {
        phase: 'Failed',
        tasks: [task('each(0:arm64)', 0, 1, bad), task('each(1:amd64)', 0, 1)],
      },
      'each(0:arm64)',
    ],
    [
      'an attempt at an item of a loop',
      {
        phase: 'Failed',
        tasks: [
          task('each(0:arm64)(0)', 0, 1, bad),
          task('each(0:arm64)(1)', 2, 1, bad),
        ],
      },
      'each(0:arm64)(1)',
    ],
    [
      'nothing of a run that succeeded all the same',
      { phase: 'Succeeded', tasks: [task('a', 0, 1, bad)] },
      undefined,
    ],
    [
      'what has failed while the run goes on',
      { phase: 'Running', tasks: [task('a', 0, 1, bad)] },
      'a',
    ],
    [
      'no attempt while there may be another one',
      { phase: 'Running', tasks: [task('a(0)', 0, 1, bad)] },
      undefined,
    ],
  ])('finds %s', (_what, given, expected) => {
    expect(failedTaskOf(given)?.task.name).toBe(expected);
  });

  it('calls a task what its author did', () => {
    expect(
      failedTaskOf({
        phase: 'Failed',
        tasks: [task('each(0:arm64)(1)', 0, 1, bad)],
      }),
    ).toMatchObject({ title: 'each (arm64)', attempts: 2 });
  });
});
