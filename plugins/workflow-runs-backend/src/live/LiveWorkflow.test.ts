import { mockServices } from '@backstage/backend-test-utils';
import { TestClusterGateway } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { argoRecording } from '../__testUtils__/argoRecordings';
import { run as runOf } from '../__testUtils__/runs';
import { argoPod, TestArgoCluster } from '../__testUtils__/TestArgoCluster';
import { TestRunPlanes } from '../__testUtils__/TestRunPlanes';
import { ArgoWorkflowReader } from '../argo/ArgoWorkflowReader';
import { decompressUpTo } from '../argo/decompress';
import { LiveWorkflows } from './LiveWorkflows';
import type { WorkflowState } from './WorkflowState';

const NAME = 'steps-parallel-fail';
const run = runOf({
  status: {
    runReference: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      name: NAME,
      namespace: 'runs',
    },
  },
});
const { signal } = new AbortController();
const offline = {
  reason: 'no-agent',
  status: 502,
  message: 'No agent is connected for this plane type and planeID.',
} as const;

describe('LiveWorkflow', () => {
  let gateway: TestClusterGateway;
  let cluster: TestArgoCluster;
  let planes: TestRunPlanes;
  let live: LiveWorkflows;

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T01:20:00Z') });
    gateway = new TestClusterGateway();
    cluster = new TestArgoCluster(gateway, argoRecording(`${NAME}.running`));
    planes = new TestRunPlanes(gateway);
    live = create();
  });

  afterEach(() => {
    live.close();
    jest.useRealTimers();
  });

  function create(maxBytes = 1024 * 1024 * 1024) {
    return new LiveWorkflows({
      planes,
      workflows: new ArgoWorkflowReader({
        planes,
        decompress: decompressUpTo(1024 * 1024),
      }),
      clock: () => new Date(),
      logger: mockServices.logger.mock(),
      maxBytes,
    });
  }

  const get = (options?: { fresh?: boolean }) =>
    live.get(run, { signal: new AbortController().signal, ...options });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const ages = ({ withNodes }: WorkflowState) =>
    withNodes && Date.now() - withNodes.readAt.getTime();
  const asked = () => cluster.asked.splice(0).filter(what => what !== 'pods');

  it('is asked for once by many, then by its metadata, and as a whole only where it has moved', async () => {
    const states = await Promise.all(Array.from({ length: 50 }, () => get()));
    expect(states[49].latest?.nodes).toHaveLength(7);
    expect(asked()).toEqual(['workflow']);
    await pass(740);
    await get();
    expect(asked()).toEqual([]);
    await pass(10);
    const [unchanged] = await Promise.all(
      Array.from({ length: 50 }, () => get()),
    );
    expect(asked()).toEqual(['metadata']);
    expect(unchanged.latest).toBe(states[49].latest);
    expect(ages(live.peek(run) ?? {})).toBe(0);

    cluster.workflow = argoRecording(`${NAME}.final`);
    await pass(750);
    const [{ latest }] = await Promise.all([get(), get()]);
    expect(asked()).toEqual(['metadata', 'workflow']);
    expect(latest?.workflow.phase).toBe('Failed');
    expect(gateway.requests[2]).toMatchObject({
      request: {
        path: [
          ...['apis', 'argoproj.io', 'v1alpha1', 'namespaces', 'runs'],
          ...['workflows', NAME],
        ],
        accept: 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
      },
    });
  });

  it.each([
    [1, 60],
    [10, 80],
    [100, 80],
  ])(
    'costs no more with more viewers: %i, each asking once a second for a minute, make at most %i requests',
    async (viewers, most) => {
      cluster.failures.set('pods', offline);
      for (let ms = 0; ms < 60_000; ms += 10) {
        const phase = ms % 1_000;
        for (let viewer = 0; viewer < viewers; viewer++) {
          if (phase === (viewer * 130) % 1_000) {
            get();
          }
        }
        await pass(10);
      }
      const all = asked();
      expect(all.filter(what => what === 'workflow')).toHaveLength(1);
      expect(all.length).toBeLessThanOrEqual(most);
    },
  );

  /** How long a change takes to be seen by one who asks once a second, while another one asks at other times. */
  async function delayOfChange(after: number, otherPhase: number) {
    const version = () => live.peek(run)?.latest?.workflow.resourceVersion;
    const before = version();
    let changedAt = Infinity;
    setTimeout(() => {
      cluster.move();
      changedAt = Date.now();
    }, after);
    while (version() === before) {
      await pass(otherPhase);
      live.get(run, { signal });
      await pass(1_000 - otherPhase);
      await get();
    }
    return Date.now() - changedAt;
  }

  it('shows a change within two seconds to whoever asks once a second', async () => {
    await get();
    const delays: number[] = [];
    for (let i = 0; i < 100; i++) {
      delays.push(await delayOfChange(i * 37, (i * 61) % 1_000));
    }
    expect(Math.max(...delays)).toBeGreaterThan(900);
    expect(Math.max(...delays)).toBeLessThanOrEqual(1_750);
  });

  it('looks at what has ended twice a minute, so that a retry by Argo is noticed', async () => {
    cluster.workflow = argoRecording(`${NAME}.final`);
    await get();
    for (let second = 0; second < 29; second++) {
      await pass(1_000);
      await get();
    }
    expect(asked()).toEqual(['workflow']);
    cluster.move(({ status }) => Object.assign(status, { phase: 'Running' }));
    await pass(1_000);
    expect((await get()).latest?.workflow.phase).toBe('Running');
    expect(asked()).toEqual(['metadata', 'workflow']);
    await pass(750);
    await get();
    expect(asked()).toEqual(['metadata']);
  });

  it('looks at large ones less often, by what it takes to read them', async () => {
    gateway.delay = new Promise(resolve => {
      setTimeout(resolve, 500);
    });
    const first = get();
    await pass(500);
    await first;
    await pass(1_990);
    await get();
    expect(asked()).toEqual(['workflow']);
    await pass(10);
    await get();
    expect(asked()).toEqual(['metadata']);
  });

  it('keeps the last reading while the plane is offline, asks ever more seldom, and is back at once', async () => {
    await get();
    const offlineAt = Date.now();
    gateway.failure = offline;
    planes.tunnel = {
      ...Object(planes.tunnel),
      offline: 'No agent of ClusterWorkflowPlane default is connected.',
    };
    gateway.requests.length = 0;
    const times: number[] = [];
    const gaps = new Set<string | undefined>();
    for (let ms = 0; ms < 60_000; ms += 250) {
      await pass(250);
      const { gap, withNodes } = await get();
      expect(withNodes?.reading.nodes).toHaveLength(7);
      gaps.add(gap?.message);
      if (gateway.requests.splice(0).length > 0) {
        times.push((Date.now() - offlineAt) / 1_000);
      }
    }
    expect(times).toEqual([0.75, 1.75, 3.75, 7.75, 15.75, 30.75, 45.75]);
    expect([...gaps]).toEqual([
      undefined,
      'No agent of ClusterWorkflowPlane default is connected.',
    ]);
    expect(ages(live.peek(run) ?? {})).toBe(60_000);
    gateway.failure = undefined;
    await pass(250);
    expect((await get()).gap).toBeDefined();
    planes.tunnel = { ...Object(planes.tunnel), offline: undefined };
    expect((await get()).gap).toBeUndefined();
    expect(ages(live.peek(run) ?? {})).toBe(0);
  });

  it('asks as soon as the run has a workflow', async () => {
    const pending = { ...run, reference: undefined };
    for (let second = 0; second < 60; second++) {
      await pass(1_000);
      const { gap } = await live.get(pending, { signal });
      expect(gap?.reason).toBe('not-created');
    }
    expect(gateway.requests).toEqual([]);
    expect((await get()).latest).toBeDefined();
  });

  it('tells that it was deleted, keeping what was read', async () => {
    await get();
    cluster.workflow = undefined;
    await pass(750);
    expect(await get()).toMatchObject({
      gap: { reason: 'argo-gone' },
      withNodes: { reading: { workflow: { name: NAME } } },
    });
    asked();
    await pass(29_990);
    await get();
    expect(asked()).toEqual([]);
  });

  it('does not take another workflow of the same name for the one before', async () => {
    await get();
    cluster.move(({ metadata, status }) => {
      Object.assign(metadata, { uid: 'another' });
      Object.assign(status, { nodes: {}, offloadNodeStatusVersion: 'fnv:1' });
    });
    await pass(750);
    const { latest, withNodes } = await get();
    expect(latest).toMatchObject({
      workflow: { uid: 'another' },
      gap: { reason: 'offloaded' },
    });
    expect(withNodes).toBeUndefined();
  });

  it('keeps the nodes that it could read where they cannot be read any more', async () => {
    await get();
    cluster.move(({ status }) => {
      Object.assign(status, { nodes: {}, compressedNodes: 'AAAA' });
    });
    await pass(750);
    const { latest, withNodes } = await get();
    expect(latest?.gap?.reason).toBe('undecodable');
    expect(withNodes?.reading.nodes).toHaveLength(7);
    asked();
    await pass(750);
    await get();
    expect(asked()).toEqual(['metadata']);
  });

  describe('when the plane takes its time', () => {
    function hang() {
      let release = () => {};
      gateway.delay = new Promise(resolve => {
        release = resolve;
      });
      return () => release();
    }

    it('lets those wait a second who have something to show', async () => {
      await get();
      const release = hang();
      await pass(750);
      const waiting = get();
      await pass(1_000);
      expect(await waiting).toMatchObject({ latest: { gap: undefined } });
      const later = get();
      release();
      expect(ages(await later)).toBe(0);
      expect(asked()).toEqual(['workflow', 'metadata']);
    });

    it('lets those wait three seconds who have nothing to show, then says so, and holds up the next one no longer', async () => {
      const release = hang();
      const nothing = {
        gap: {
          reason: 'plane-offline',
          message: 'The plane has not answered yet.',
        },
      };
      const waiting = get();
      await pass(3_000);
      expect(await waiting).toEqual(nothing);
      const next = get();
      await pass(1_000);
      expect(await next).toEqual(nothing);
      release();
      await pass(0);
      expect((await get()).latest).toBeDefined();
      expect(asked()).toEqual(['workflow']);
    });

    it('lets one who leaves go, without disappointing the others', async () => {
      const release = hang();
      const leaver = new AbortController();
      const gone = live.get(run, { signal: leaver.signal });
      const stays = get();
      leaver.abort(new Error('closed the browser'));
      await expect(gone).rejects.toThrow('closed the browser');
      release();
      expect((await stays).latest).toBeDefined();
    });

    it('gives one who needs to know it a gap instead of an old answer', async () => {
      await get();
      hang();
      const waiting = get({ fresh: true });
      await pass(3_000);
      expect((await waiting).gap?.reason).toBe('plane-offline');
    });

    it('ends with the plugin, and asks nobody after', async () => {
      hang();
      const waiting = get();
      live.close();
      await waiting;
      gateway.delay = undefined;
      gateway.requests.length = 0;
      await pass(60_000);
      await get();
      expect(gateway.requests).toEqual([]);
    });
  });

  describe('pods', () => {
    const node = (name: string) =>
      live
        .peek(run)
        ?.latest?.nodes?.find(({ displayName }) => displayName === name);
    const pod = (nodeId: string, since?: string) =>
      argoPod(NAME, {
        name: `pod-of-${nodeId}`,
        nodeId: `${NAME}-${nodeId}`,
        containers: {
          wait: { running: { startedAt: '2026-11-21T01:17:27Z' } },
          main: since ? { running: { startedAt: since } } : { waiting: {} },
        },
      });
    const CHECKOUT = '207558323';
    const UNIT = '630260870';
    const CHECKED_OUT = '2026-11-21T01:17:30Z';

    it('tell since when nodes run: all at first, then only those that Argo is not done with', async () => {
      cluster.pods = [pod(CHECKOUT, CHECKED_OUT), pod(UNIT)];
      await get();
      expect(node('checkout')?.runningSince).toBe(CHECKED_OUT);
      expect(node('unit')).not.toHaveProperty('runningSince');
      cluster.move(({ status }) => {
        const nodes = Object(status.nodes);
        nodes[`${NAME}-${UNIT}`].phase = 'Running';
      });
      await pass(2_000);
      await get();
      await pass(0);
      expect(node('unit')).not.toHaveProperty('runningSince');
      cluster.pods = [pod(UNIT, '2026-11-21T01:17:40Z')];
      await pass(2_000);
      await get();
      await pass(0);
      expect(node('unit')?.runningSince).toBe('2026-11-21T01:17:40Z');
      expect(node('checkout')?.runningSince).toBe(CHECKED_OUT);
      expect(
        cluster.queries.flatMap(({ labelSelector = [] }) => labelSelector),
      ).toEqual([
        `workflows.argoproj.io/workflow=${NAME}`,
        `workflows.argoproj.io/workflow=${NAME},workflows.argoproj.io/completed!=true`,
        `workflows.argoproj.io/workflow=${NAME},workflows.argoproj.io/completed!=true`,
      ]);
    });

    it('are not listed again where nothing new can be learnt, nor for nodes whose pods are gone', async () => {
      await get();
      for (let second = 0; second < 60; second++) {
        await pass(1_000);
        await get();
      }
      expect(cluster.count('pods')).toBe(1);
    });

    it('are not listed for ever for those beyond the thousand that are listed', async () => {
      const many = Array.from({ length: 1_200 }, (_, index) => `p${index}`);
      cluster.move(({ status }) => {
        const nodes = Object(status.nodes);
        for (const id of many) {
          nodes[`${NAME}-${id}`] = {
            ...nodes[`${NAME}-${CHECKOUT}`],
            id: `${NAME}-${id}`,
            name: `${NAME}.${id}`,
            displayName: id,
          };
        }
      });
      cluster.pods = many.map(id => pod(id, CHECKED_OUT));
      await get();
      await pass(0);
      expect(cluster.count('pods')).toBe(2);
      expect(node('p999')?.runningSince).toBe(CHECKED_OUT);
      expect(node('p1000')).not.toHaveProperty('runningSince');
      for (let second = 0; second < 60; second++) {
        await pass(1_000);
        await get();
      }
      expect(cluster.count('pods')).toBe(2);
    });

    it('are asked once more for a node that ended between two lists, and then when the workflow has ended', async () => {
      await get();
      const move = (change: (status: Record<string, unknown>) => void) =>
        cluster.move(({ status }) => change(Object(status)));
      move(status => {
        Object(status.nodes)[`${NAME}-${UNIT}`].phase = 'Succeeded';
      });
      for (let second = 0; second < 20; second++) {
        await pass(1_000);
        await get();
      }
      expect(cluster.count('pods')).toBe(2);
      cluster.pods = [pod(UNIT, CHECKED_OUT)];
      move(status => {
        status.phase = 'Succeeded';
        status.finishedAt = '2026-11-21T01:18:00Z';
      });
      await pass(1_000);
      await get();
      await pass(0);
      expect(cluster.count('pods')).toBe(3);
      expect(node('unit')?.runningSince).toBe(CHECKED_OUT);
    });

    it('hold nobody up for long, and fail nothing where they cannot be listed', async () => {
      cluster.failures.set('pods', {
        reason: 'forbidden',
        message: 'pods is forbidden',
      });
      expect((await get()).latest?.nodes).toHaveLength(7);
      await pass(29_000);
      await get();
      expect(cluster.count('pods')).toBe(1);
    });

    it('tell of the containers of a container set, and of the node by the first of them', async () => {
      const name = 'container-set';
      cluster.workflow = argoRecording('container-set.final');
      const at = (second: number) => ({
        terminated: { startedAt: `2026-11-21T01:17:3${second}Z`, exitCode: 0 },
      });
      cluster.pods = [
        argoPod(name, {
          name,
          nodeId: name,
          containers: { b: at(2), a: at(1), c: at(3), wait: at(0) },
        }),
      ];
      const reference = { ...Object(run.reference), name };
      const { latest } = await live.get({ ...run, reference }, { signal });
      expect(
        latest?.nodes?.map(({ displayName, runningSince }) => [
          displayName,
          runningSince?.slice(-3),
        ]),
      ).toEqual([
        ['container-set', '31Z'],
        ['a', '31Z'],
        ['c', '33Z'],
        ['b', '32Z'],
      ]);
    });

    it('are of the attempt that Argo began anew', async () => {
      cluster.pods = [pod(CHECKOUT, CHECKED_OUT)];
      await get();
      cluster.move(({ status }) => {
        const nodes = Object(status.nodes);
        nodes[`${NAME}-${CHECKOUT}`].startedAt = '2026-11-21T01:30:00Z';
      });
      cluster.pods = [];
      await pass(2_000);
      await get();
      expect(node('checkout')).not.toHaveProperty('runningSince');
    });
  });

  describe('memory', () => {
    const other = (uid: string) => ({ ...run, uid });

    it('is given up for those that were asked for the longest ago', async () => {
      live.close();
      live = create(3 * 600 * 1024);
      for (const uid of ['a', 'b', 'c', 'd']) {
        await live.get(other(uid), { signal });
        await live.get(other('a'), { signal });
      }
      expect(
        ['a', 'b', 'c', 'd'].map(uid => live.peek(other(uid)) !== undefined),
      ).toEqual([true, false, true, true]);
    });

    it('is given up for a run that is gone', async () => {
      await get();
      live.forget(run);
      expect(live.peek(run)).toBeUndefined();
    });
  });
});
