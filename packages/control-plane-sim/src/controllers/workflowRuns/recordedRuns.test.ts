import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import { mergePatch } from '../../patches/mergePatch';
import { ApiError } from '../kubernetes/ApiError';
import { listAt, textAt } from '../fields';
import { toKubernetesTime } from '../timing';
import recorded from './__fixtures__/openchoreo-v1.2.3-workflowruns.json';
import { WorkflowRunReconciler } from './WorkflowRunReconciler';
import { cel } from './render/cel';

/*
 * What OpenChoreo 1.2.3's controller did to these runs, step by step, the simulated one does as well.
 */

interface RecordedEvent {
  readonly seconds: number;
  readonly type: string;
  readonly object: JsonObject;
}

const RUNS: Record<string, RecordedEvent[]> = JSON.parse(
  JSON.stringify(recorded),
);

/** The tasks of parallel steps change places from one state to the next; that is no step of its own. */
function withSortedTasks(object: JsonObject): JsonObject {
  const status = objectAt(object, 'status');
  const byName = (a: unknown, b: unknown) =>
    (textAt(a, 'name') ?? '') < (textAt(b, 'name') ?? '') ? -1 : 1;
  return status.tasks === undefined
    ? object
    : {
        ...object,
        status: { ...status, tasks: [...listAt(status, 'tasks')].sort(byName) },
      };
}

function withoutVersion(object: JsonObject): JsonObject {
  const { resourceVersion: _, ...metadata } = objectAt(object, 'metadata');
  return { ...withSortedTasks(object), metadata };
}

/** The different states of a run, oldest first, and when the controller wrote each. */
function statesOf(name: string): { at: number; object: JsonObject }[] {
  const origin = Date.parse('2026-11-21T00:59:55Z') - 538_823;
  return RUNS[name]
    .filter(
      ({ type, object }, index) =>
        type !== 'DELETED' &&
        JSON.stringify(withoutVersion(object)) !==
          JSON.stringify(
            index > 0 && withoutVersion(RUNS[name][index - 1].object),
          ),
    )
    .map(({ seconds, object }) => ({
      at: origin + seconds * 1_000,
      object: withoutVersion(object),
    }));
}

function notFound(): ApiError {
  return new ApiError(404, 'NotFound', 'not found');
}

/** The Argo workflow that a recorded status was read from. */
function argoWorkflow(run: JsonObject): JsonObject {
  const status = objectAt(run, 'status');
  const nodes = listAt(status, 'tasks').map((task, index) => ({
    type: 'Pod',
    name: `run[${index === 0 ? 0 : 1}].${textAt(task, 'name')}`,
    displayName: textAt(task, 'name'),
    phase: textAt(task, 'phase'),
    startedAt: textAt(task, 'startedAt'),
    finishedAt: textAt(task, 'completedAt') ?? null,
    message: textAt(task, 'message'),
  }));
  const isCompleted = listAt(status, 'conditions').some(
    condition =>
      textAt(condition, 'type') === 'WorkflowCompleted' &&
      textAt(condition, 'status') === 'True',
  );
  return {
    status: {
      phase: isCompleted ? 'Failed' : 'Running',
      nodes: { ...nodes, group: { type: 'StepGroup', name: 'run[0]' } },
    },
  };
}

/** A controller in the surroundings of the recording, at the moment of the next state. */
function reconcilerBefore(next: { at: number; object: JsonObject }) {
  const created: JsonObject[] = [];
  const isOffline =
    textAt(next.object.metadata, 'name') === 'offline-01' ||
    objectAt(next.object, 'status').runReference === undefined;
  const reconciler = new WorkflowRunReconciler({
    client: {
      get: async path => {
        if (path.endsWith('/clusterworkflows/build-image')) {
          return {
            spec: {
              workflowPlaneRef: {
                kind: 'ClusterWorkflowPlane',
                name: 'default',
              },
              ttlAfterCompletion: '1d',
              runTemplate: {
                apiVersion: 'argoproj.io/v1alpha1',
                kind: 'Workflow',
                metadata: {
                  name: cel('metadata.workflowRunName'),
                },
                spec: { serviceAccountName: 'workflow-sa' },
              },
            },
          };
        }
        if (path.endsWith('/clusterworkflowplanes/default')) {
          return { spec: { planeID: 'default' } };
        }
        throw notFound();
      },
    },
    tunnels: {
      open: () => ({
        get: async () => {
          if (objectAt(next.object, 'status').tasks === undefined) {
            throw notFound();
          }
          return argoWorkflow(next.object);
        },
        create: async (_path, object) => {
          if (isOffline) {
            throw new ApiError(502, 'Unknown', 'no agents found');
          }
          created.push({ ...object });
          return {};
        },
        update: async () => ({}),
        delete: async () => ({}),
      }),
    },
    timing: { now: () => next.at, after: () => () => {} },
    intervals: {
      syncMs: 20_000,
      pendingMs: 1_000,
      planeNotFoundMs: 60_000,
      resolutionFailedMs: 30_000,
      maxPauseMs: 60_000,
    },
  });
  return { reconciler, created };
}

/** What an API server makes of a merge patch by the controller. */
function patched(object: JsonObject, patch: object): JsonObject {
  const { metadata, ...content } = { ...patch } as JsonObject;
  const { resourceVersion: _, ...changes } = isJsonObject(metadata)
    ? metadata
    : {};
  const result = mergePatch(object, { ...content, metadata: changes });
  const next = isJsonObject(result) ? result : {};
  const generation = Number(objectAt(object, 'metadata').generation);
  return {
    ...next,
    metadata: {
      ...objectAt(next, 'metadata'),
      generation: generation + ('spec' in content ? 1 : 0),
    },
  };
}

describe('the recorded runs', () => {
  it.each([
    'shop-build-01',
    'shop-build-02',
    'offline-01',
    'no-workflow-01',
    'while-offline',
  ])('%s is brought from each state to the next', async name => {
    const states = statesOf(name).filter(
      ({ object }) => !textAt(object.metadata, 'deletionTimestamp'),
    );
    expect(states.length).toBeGreaterThan(2);
    for (const [index, next] of states.slice(1).entries()) {
      const { object } = states[index];
      const { reconciler } = reconcilerBefore(next);
      const { write } = await reconciler.reconcile({
        ...object,
        metadata: { ...objectAt(object, 'metadata'), resourceVersion: '1' },
      });
      if (!write || !('patch' in write)) {
        throw new Error(`Nothing is written after ${JSON.stringify(object)}`);
      }
      const status = JSON.parse(JSON.stringify(write.patch));
      expect(write.patch).toMatchObject({ metadata: { resourceVersion: '1' } });
      expect(withSortedTasks(patched(object, status))).toEqual(next.object);
    }
  });

  it('is not written while its plane is offline, and says so', async () => {
    const states = statesOf('while-offline');
    const waiting = states[states.length - 2];
    const { reconciler } = reconcilerBefore({
      at: waiting.at,
      object: { metadata: {}, status: {} },
    });
    await expect(reconciler.reconcile(waiting.object)).rejects.toThrow(
      'no agents found',
    );
    expect(toKubernetesTime(waiting.at)).toBe('2026-11-21T01:09:13Z');
  });
});
