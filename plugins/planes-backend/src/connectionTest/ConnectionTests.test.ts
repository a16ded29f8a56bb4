import { mockServices } from '@backstage/backend-test-utils';
import type {
  ConnectionTestEvent,
  ConnectionTestReport,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  TestClusterGateways,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { CurrentFleet } from '../planes';
import { manifest, NOW, troubleIn } from './__testUtils__/planes';
import { ConnectionTests } from './ConnectionTests';

const CONFIG = { timeoutMs: 60_000, cacheForMs: 10_000, maxConcurrent: 2 };

describe('connection tests', () => {
  let inventory: TestPlaneInventory;
  let gateways: TestClusterGateways;
  let saved: Map<string, ConnectionTestReport>;
  let remember: jest.Mock;
  let tests: ConnectionTests;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
    jest.clearAllMocks();
    inventory = new TestPlaneInventory();
    inventory.listAll(['a', 'b', 'c'].map(name => manifest('DataPlane', name)));
    gateways = new TestClusterGateways();
    for (const planeID of ['a', 'b', 'c']) {
      gateways.gateway().connect({ planeType: 'dataplane', planeID });
    }
    gateways.gateway().onGet(() => ({
      ok: true,
      value: { gitVersion: 'v1.34.4', metadata: { uid: 'cluster-uid' } },
    }));
    saved = new Map();
    remember = jest.fn();
    tests = new ConnectionTests({
      fleet: new CurrentFleet(inventory),
      inventory,
      gateways,
      store: {
        get: async uid => saved.get(uid),
        save: async ({ uid }, report) => {
          saved.set(uid, report);
        },
      },
      clusters: { remember },
      config: CONFIG,
      staleAfterMs: 300_000,
      logger,
    });
  });

  afterEach(() => {
    tests.stop();
    jest.useRealTimers();
  });

  function planeOf(name: string): Plane {
    const plane = inventory.getByUid(`${name}-uid`);
    if (!plane) {
      throw new Error(`No plane '${name}'`);
    }
    return plane;
  }

  function run(
    name: string,
    options: { signal?: AbortSignal; fresh?: boolean } = {},
  ) {
    return tests.run(planeOf(name), {
      signal: new AbortController().signal,
      requestedBy: 'user:default/ada',
      ...options,
    });
  }

  async function all(events: AsyncIterable<ConnectionTestEvent>) {
    const received: ConnectionTestEvent[] = [];
    for await (const event of events) {
      received.push(event);
    }
    return received;
  }

  function reportOf(events: readonly ConnectionTestEvent[]) {
    const last = events.at(-1);
    if (last?.type !== 'report') {
      throw new Error(`The last event is '${last?.type}'`);
    }
    return last;
  }

  /** Makes the gateway answer nothing until it is told to go on. */
  function holdGateway(): () => void {
    let release = () => {};
    gateways.gateway().delay = new Promise(resolve => {
      release = resolve;
    });
    return () => release();
  }

  const listings = () =>
    gateways.gateway().requests.filter(({ type }) => type === 'list-planes');

  it('end with a report, which is stored with what identifies the cluster', async () => {
    const events = await all(await run('a'));
    expect(events[0]).toEqual({
      type: 'started',
      startedAt: NOW.toISOString(),
      joined: false,
    });
    const { report, cached } = reportOf(events);
    expect(cached).toBe(false);
    expect(report).toMatchObject({
      uid: 'a-uid',
      // No agent CA is configured.
      outcome: 'failed',
      requestedBy: 'user:default/ada',
      cluster: { uid: 'cluster-uid', version: 'v1.34.4' },
    });
    expect(report.steps).toHaveLength(8);
    expect(saved.get('a-uid')).toEqual(report);
    expect(remember).toHaveBeenCalledWith('a-uid', {
      uid: 'cluster-uid',
      version: 'v1.34.4',
    });
    expect(tests.isRunning('a-uid')).toBe(false);
  });

  it('run once for any number of callers, each of whom gets every step', async () => {
    const release = holdGateway();
    const first = all(await run('a'));
    const second = all(await run('a', { fresh: true }));
    expect(tests.isRunning('a-uid')).toBe(true);
    release();
    const [ours, theirs] = await Promise.all([first, second]);
    expect(theirs[0]).toEqual({ ...ours[0], joined: true });
    expect(theirs.slice(1)).toEqual(ours.slice(1));
    expect(listings()).toHaveLength(1);
  });

  it('give a report of a moment ago again, unless a fresh one is wanted', async () => {
    const { report } = reportOf(await all(await run('a')));
    jest.setSystemTime(NOW.getTime() + CONFIG.cacheForMs - 1);
    expect(await all(await run('a'))).toEqual([
      { type: 'report', report, cached: true },
    ]);
    expect(listings()).toHaveLength(1);
    expect(reportOf(await all(await run('a', { fresh: true }))).cached).toBe(
      false,
    );
    expect(listings()).toHaveLength(2);
    jest.setSystemTime(NOW.getTime() + 2 * CONFIG.cacheForMs);
    expect(reportOf(await all(await run('a'))).cached).toBe(false);
    expect(listings()).toHaveLength(3);
  });

  it('are refused while as many run as are allowed', async () => {
    const release = holdGateway();
    const running = [all(await run('a')), all(await run('b'))];
    await expect(run('c')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'openchoreo.planes.connectionTest.maxConcurrent',
      ),
    });
    // Joining needs no room.
    running.push(all(await run('a')));
    release();
    await Promise.all(running);
    expect(reportOf(await all(await run('c'))).cached).toBe(false);
  });

  it('are cancelled when the last caller leaves, and not before', async () => {
    holdGateway();
    const callers = [new AbortController(), new AbortController()];
    const followed = [];
    for (const { signal } of callers) {
      followed.push(all(await run('a', { signal })));
    }
    callers[0].abort();
    await followed[0];
    expect(tests.isRunning('a-uid')).toBe(true);
    callers[1].abort();
    await followed[1];
    expect(tests.isRunning('a-uid')).toBe(false);
    await jest.runAllTimersAsync();
    expect(saved.size).toBe(0);
    expect(logger.error).not.toHaveBeenCalled();
    // What was cancelled is not joined.
    gateways.gateway().delay = undefined;
    expect((await all(await run('a')))[0]).toMatchObject({ joined: false });
  });

  it('are cancelled for a caller who left before the first event', async () => {
    holdGateway();
    await run('a', { signal: AbortSignal.abort() });
    expect(tests.isRunning('a-uid')).toBe(false);
  });

  it('are cancelled when a caller stops reading', async () => {
    holdGateway();
    for await (const event of await run('a')) {
      expect(event.type).toBe('started');
      break;
    }
    expect(tests.isRunning('a-uid')).toBe(false);
  });

  it('report the step during which their time was up, though the gateway does not heed it', async () => {
    gateways.gateway().listPlanes = () => new Promise(() => {});
    const events = all(await run('a'));
    await jest.advanceTimersByTimeAsync(CONFIG.timeoutMs);
    const { report } = reportOf(await events);
    expect(troubleIn(report.steps)).toContain('gateway failed, agent skipped');
    expect(saved.get('a-uid')).toEqual(report);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('end with an error that tells nothing of the inside when something breaks', async () => {
    gateways.gateway().listPlanes = () =>
      Promise.reject(new Error('secret detail'));
    const events = await all(await run('a'));
    expect(events.at(-1)).toEqual({
      type: 'error',
      message: expect.stringContaining("log of the portal's backend"),
    });
    expect(JSON.stringify(events)).not.toContain('secret detail');
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(tests.isRunning('a-uid')).toBe(false);
  });

  it('work without the database, and say so in the log', async () => {
    const broken = () => Promise.reject(new Error('database is locked'));
    tests = new ConnectionTests({
      fleet: new CurrentFleet(inventory),
      inventory,
      gateways,
      store: { get: broken, save: broken },
      clusters: { remember },
      config: CONFIG,
      staleAfterMs: 300_000,
      logger,
    });
    expect(reportOf(await all(await run('a'))).report.steps).toHaveLength(8);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('are not passed where nothing beyond the resource can be tested', async () => {
    gateways = new TestClusterGateways([]);
    inventory.listAll([
      manifest('DataPlane', 'a', {
        clusterAgent: {
          clientCA: { secretKeyRef: { name: 'ca', key: 'ca.crt' } },
        },
      }),
    ]);
    tests = new ConnectionTests({
      fleet: new CurrentFleet(inventory),
      inventory,
      gateways,
      store: { get: async () => undefined, save: async () => {} },
      clusters: { remember },
      config: CONFIG,
      staleAfterMs: 300_000,
      logger,
    });
    expect(reportOf(await all(await run('a'))).report.outcome).toBe('warning');
  });

  it('end when the backend stops', async () => {
    holdGateway();
    const events = all(await run('a'));
    tests.stop();
    expect((await events).at(-1)).toEqual({
      type: 'error',
      message: 'The test was cancelled.',
    });
  });
});
