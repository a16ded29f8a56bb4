import { mockServices } from '@backstage/backend-test-utils';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { z } from 'zod';
import { DefaultControlPlaneWatcher } from './DefaultControlPlaneWatcher';
import type {
  FollowedChange,
  FollowedRef,
  FollowOptions,
  ResourceFollower,
} from './types';

jest.setTimeout(60_000);

/** Times short enough for a test, in the proportions of the real ones. */
const timing = {
  retryBaseMs: 10,
  retryMaxMs: 100,
  stableAfterMs: 50,
  silenceTimeoutMs: 1_000,
  notServedRetryMs: 50,
};

interface Thing {
  readonly ref: FollowedRef;
  readonly uid: string;
  readonly version: string;
}

const schema = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
    uid: z.string(),
    resourceVersion: z.string(),
  }),
});

const things: FollowOptions<Thing> = {
  name: 'workflow things',
  kinds: [
    { kind: 'WorkflowRun', plural: 'workflowruns', scope: 'Namespaced' },
    { kind: 'ClusterWorkflow', plural: 'clusterworkflows', scope: 'Cluster' },
    { kind: 'Build', plural: 'builds', scope: 'Namespaced' },
  ],
  read: (object, { controlPlane }) => {
    const { data } = schema.safeParse(object);
    if (!data) {
      return { ok: false, error: { reason: 'odd' } };
    }
    const { name, namespace, uid, resourceVersion } = data.metadata;
    return {
      ok: true,
      item: {
        ref: { controlPlane, kind: data.kind, namespace, name },
        uid,
        version: resourceVersion,
      },
    };
  },
  isSame: (previous, next) => previous.version === next.version,
};

function run(name: string, namespace = 'acme') {
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'WorkflowRun',
    metadata: { name, namespace },
    spec: { workflow: { kind: 'ClusterWorkflow', name: 'builder' } },
  };
}

describe('DefaultControlPlaneWatcher', () => {
  let controlPlane: TestControlPlane;
  let watchers: DefaultControlPlaneWatcher[];

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    await controlPlane.client.createNamespace('globex');
    await controlPlane.client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'ClusterWorkflow',
      metadata: { name: 'builder' },
      spec: { runTemplate: { kind: 'Workflow' } },
    });
  });

  afterAll(async () => {
    await controlPlane?.stop();
  });

  beforeEach(() => {
    watchers = [];
  });

  afterEach(async () => {
    controlPlane.faults.clear();
    await Promise.all(watchers.map(watcher => watcher.stop()));
    for (const { metadata } of await controlPlane.client.list('workflowruns')) {
      const { name, namespace } = metadata;
      const key = { plural: 'workflowruns', namespace, name };
      await controlPlane.client.delete(key);
    }
  });

  function createWatcher(options: { namespaces?: string[] } = {}) {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const watcher = DefaultControlPlaneWatcher.create({
      controlPlanes: [
        {
          name: 'default',
          connection: {
            type: 'kubeconfig',
            file: controlPlane.kubeconfigFile,
          },
          namespaces: options.namespaces,
        },
      ],
      logger,
      listWatchOptions: { timing },
      discoveryIntervalMs: 100,
      answerTimeoutMs: 2_000,
    });
    watchers.push(watcher);
    return { watcher, logger };
  }

  function until(
    follower: ResourceFollower<Thing>,
    condition: () => boolean,
  ): Promise<void> {
    return new Promise(resolve => {
      const unsubscribe = follower.subscribe(check);
      function check() {
        if (condition()) {
          unsubscribe();
          resolve();
        }
      }
      check();
    });
  }

  function names(follower: ResourceFollower<Thing>): string[] {
    return follower
      .snapshot()
      .items.map(({ ref }) => [ref.kind, ref.namespace, ref.name].join(' '))
      .sort();
  }

  function states(follower: ResourceFollower<Thing>): Record<string, string> {
    const { sources } = follower.snapshot();
    return Object.fromEntries(
      sources.map(({ plural, state }) => [plural, state]),
    );
  }

  it('follows kinds of either scope, and knows which are not served', async () => {
    await controlPlane.client.create(run('first'));
    const { watcher } = createWatcher();
    const follower = watcher.follow(things);
    const changes: FollowedChange<Thing>[] = [];
    follower.subscribe(() => {
      throw new Error('a listener that fails');
    });
    follower.subscribe(batch => changes.push(...batch));
    await until(follower, () => names(follower).length === 2);
    await until(follower, () => states(follower).builds === 'absent');
    expect(names(follower)).toEqual([
      'ClusterWorkflow  builder',
      'WorkflowRun acme first',
    ]);
    expect(states(follower)).toEqual({
      workflowruns: 'live',
      clusterworkflows: 'live',
      builds: 'absent',
    });

    const { metadata } = await controlPlane.client.create(run('second'));
    await until(follower, () => names(follower).length === 3);
    const second = follower.getByUid(metadata.uid ?? '');
    expect(second?.ref).toEqual({
      controlPlane: 'default',
      kind: 'WorkflowRun',
      namespace: 'acme',
      name: 'second',
    });
    expect(second && follower.get(second.ref)).toBe(second);
    expect(second && follower.sourceOf(second.ref)).toMatchObject({
      plural: 'workflowruns',
      state: 'live',
      items: 2,
    });
    const key = { plural: 'workflowruns', namespace: 'acme', name: 'second' };
    await controlPlane.client.patch(key, { metadata: { labels: { a: 'b' } } });
    await controlPlane.client.delete(key);
    await until(follower, () => names(follower).length === 2);
    expect(
      changes.flatMap(change =>
        'item' in change && change.item.ref.name === 'second'
          ? [change.type]
          : [],
      ),
    ).toEqual(['added', 'changed', 'removed']);
  });

  it('keeps what it knows while it is refused, and says since when', async () => {
    await controlPlane.client.create(run('first'));
    const { watcher, logger } = createWatcher();
    const follower = watcher.follow(things);
    await until(follower, () => states(follower).workflowruns === 'live');
    const remove = controlPlane.faults.fail({ plural: 'workflowruns' }, 403);
    controlPlane.faults.dropWatches();
    await until(follower, () => states(follower).workflowruns === 'forbidden');
    expect(names(follower)).toContain('WorkflowRun acme first');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Cannot read the workflow things'),
    );
    remove();
    await until(follower, () => states(follower).workflowruns === 'live');
  });

  it('reads namespace by namespace where namespaces are configured', async () => {
    await controlPlane.client.create(run('seen', 'globex'));
    await controlPlane.client.create(run('unseen', 'acme'));
    const { watcher } = createWatcher({ namespaces: ['globex'] });
    const follower = watcher.follow(things);
    await until(follower, () => names(follower).length === 2);
    expect(names(follower)).toEqual([
      'ClusterWorkflow  builder',
      'WorkflowRun globex seen',
    ]);
  });

  it('ends with every watch closed, and what it knew still readable', async () => {
    await controlPlane.client.create(run('first'));
    const { watcher } = createWatcher();
    const follower = watcher.follow(things);
    await until(follower, () => states(follower).workflowruns === 'live');
    const known = names(follower);
    await follower.stop();
    controlPlane.clearRequests();
    await controlPlane.client.create(run('after'));
    expect(names(follower)).toEqual(known);
    expect(controlPlane.requests()).toEqual([]);
  });
});
