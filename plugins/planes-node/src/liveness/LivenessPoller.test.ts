import { mockServices } from '@backstage/backend-test-utils';
import {
  parsePlane,
  type Plane,
  type PlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailure } from '../gateway/types';
import { InventoryStore } from '../inventory/InventoryStore';
import type { InventoryChange } from '../inventory/types';
import { TestClusterGateway } from '../testUtils/TestClusterGateway';
import { TestTime } from './__testUtils__/TestTime';
import { LivenessPoller } from './LivenessPoller';

const SOURCE = 'default/dataplanes';
const INTERVAL_MS = 3_000;
const UNREACHABLE: GatewayFailure = {
  reason: 'unreachable',
  message: 'The cluster gateway refuses connections.',
};

/** A plane whose resource says that it is connected, unless told otherwise. */
function plane(
  name: string,
  options: {
    kind?: PlaneKind;
    planeID?: string;
    generation?: number;
    connected?: boolean;
    spec?: object;
  } = {},
): Plane {
  const { kind = 'DataPlane', planeID = name, generation = 1 } = options;
  const parsed = parsePlane(
    {
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind,
      metadata: {
        name,
        ...(kind.startsWith('Cluster') ? {} : { namespace: 'acme' }),
        uid: `${kind}-${name}`,
        resourceVersion: '1',
        generation,
      },
      spec: { planeID, clusterAgent: { clientCA: {} }, ...options.spec },
      status: {
        agentConnection: {
          connected: options.connected ?? true,
          connectedAgents: 1,
        },
      },
    },
    { controlPlane: 'default' },
  );
  if (!parsed.ok) {
    throw new Error('the fixture is no plane');
  }
  return parsed.plane;
}

const pool = (planeID: string) =>
  ({ planeType: 'dataplane', planeID } as const);

describe('LivenessPoller', () => {
  const running: { abort: AbortController; done: Promise<void> }[] = [];

  afterEach(async () => {
    for (const { abort, done } of running.splice(0)) {
      abort.abort();
      await done;
    }
  });

  function start(planes: readonly Plane[] = []) {
    const time = new TestTime();
    const gateway = new TestClusterGateway();
    const store = new InventoryStore();
    store.addSource(SOURCE, {
      controlPlane: 'default',
      kind: 'DataPlane',
      plural: 'dataplanes',
      state: 'live',
      since: '',
    });
    store.replace(SOURCE, planes);
    const changes: InventoryChange[] = [];
    const poller = new LivenessPoller({
      controlPlane: 'default',
      gateway,
      intervalMs: INTERVAL_MS,
      store,
      emit: batch => changes.push(...batch),
      logger: mockServices.logger.mock(),
      clock: time.clock,
      runtime: time,
    });
    const abort = new AbortController();
    return {
      ...{ time, gateway, store, changes, poller, abort },
      run: () => {
        const done = poller.run(abort.signal);
        running.push({ abort, done });
        return done;
      },
      /** Lets the time of some polls pass. */
      polls: (count = 1) => time.pass(count * INTERVAL_MS),
      put: (next: Plane) => store.put(SOURCE, next),
      /** What changed since the last call, in short. */
      taken: () =>
        changes.splice(0).map(change => {
          switch (change.type) {
            case 'agent':
              return `${change.plane.ref.name} ${describeChange(change)}`;
            case 'gateway':
              return `${change.previous.state} -> ${change.gateway.state}`;
            default:
              return change.type;
          }
        }),
      /** Of which resources the gateway was asked since the last call. */
      asked: () =>
        gateway.requests
          .splice(0)
          .flatMap(request =>
            request.type === 'get-resource' ? [request.address.name] : [],
          ),
    };
  }

  function describeChange({
    liveness,
    previous,
  }: InventoryChange & { type: 'agent' }): string {
    const word = (side: typeof liveness) => {
      if (!side) {
        return 'unknown';
      }
      const { connectedAgents, authorised } = side;
      return `${connectedAgents}${authorised === undefined ? '' : authorised}`;
    };
    return `${word(previous)} -> ${word(liveness)}`;
  }

  const at = (seconds: number) =>
    new Date(Date.parse('2026-11-21T10:00:00Z') + seconds * 1000).toISOString();

  it('asks once for all planes of the control plane', async () => {
    const other = plane('eu');
    const { run, time, gateway, poller, store, taken } = start([
      plane('eu'),
      plane('us'),
      plane('old', {
        spec: { kubernetesCluster: { name: 'x' }, clusterAgent: undefined },
      }),
      plane('odd', { planeID: 'Not-Valid' }),
    ]);
    gateway.connect(pool('eu'), 2, at(-1));
    expect(store.gatewayOf('default')).toEqual({
      controlPlane: 'default',
      state: 'pending',
      since: at(0),
    });
    expect(poller.livenessOf(other)).toBeUndefined();
    void run();
    await time.pass(0);

    expect(gateway.requests).toEqual([{ type: 'list-planes' }]);
    expect(taken()).toEqual([
      'pending -> live',
      'eu unknown -> 2',
      'us unknown -> 0',
    ]);
    expect(poller.livenessOf(plane('eu'))).toEqual({
      asOf: at(0),
      connected: true,
      connectedAgents: 2,
      lastSeen: at(-1),
    });
    expect(poller.livenessOf(plane('us'))).toEqual({
      asOf: at(0),
      connected: false,
      connectedAgents: 0,
    });
    for (const name of ['old', 'odd']) {
      const known = store.getByUid(`DataPlane-${name}`);
      expect(known && poller.livenessOf(known)).toBeUndefined();
    }
    expect(store.gatewayOf('default')).toEqual({
      controlPlane: 'default',
      state: 'live',
      since: at(0),
      asOf: at(0),
    });
  });

  it('sees loss, return and number within one interval, and a flap that the resource never shows', async () => {
    const { run, polls, gateway, poller, store, taken } = start([plane('eu')]);
    gateway.connect(pool('eu'), 1, at(-5));
    void run();
    await polls();
    taken();

    gateway.connect(pool('eu'), 0);
    await polls();
    expect(taken()).toEqual(['eu 1 -> 0']);
    expect(poller.livenessOf(plane('eu'))).toEqual({
      asOf: at(6),
      connected: false,
      connectedAgents: 0,
      lastSeen: at(-5),
      since: at(6),
    });

    gateway.connect(pool('eu'));
    await polls();
    gateway.connect(pool('eu'), 2);
    const { revision } = store.snapshot();
    await polls();
    expect(taken()).toEqual(['eu 0 -> 1', 'eu 1 -> 2']);
    expect(store.snapshot().revision).toBe(revision + 1);
    expect(poller.livenessOf(plane('eu'))).toMatchObject({
      connectedAgents: 2,
      since: at(9),
    });
  });

  it('is silent while nothing but times move, and tells their age', async () => {
    const known = plane('eu');
    const { run, polls, gateway, poller, store, taken } = start([known]);
    gateway.connect(pool('eu'), 1, at(0));
    void run();
    await polls();
    taken();
    const { revision } = store.snapshot();
    const before = poller.livenessOf(known);
    expect(poller.livenessOf(known)).toBe(before);

    gateway.connect(pool('eu'), 1, at(600));
    await polls();
    expect(poller.livenessOf(known)).toMatchObject({
      asOf: at(6),
      lastSeen: at(6),
    });
    gateway.connect(pool('eu'), 1, at(5));
    await polls();
    expect(taken()).toEqual([]);
    expect(store.snapshot()).toMatchObject({
      revision,
      gateways: [{ state: 'live', since: at(0), asOf: at(9) }],
    });
    expect(poller.livenessOf(known)).toMatchObject({
      asOf: at(9),
      lastSeen: at(5),
    });
  });

  it('knows of a new plane, and of a new planeID, from the last answer', async () => {
    const { run, time, gateway, poller, put } = start();
    gateway.connect(pool('eu'));
    void run();
    await time.pass(0);
    put(plane('new', { planeID: 'eu' }));
    expect(poller.livenessOf(plane('new', { planeID: 'eu' }))).toMatchObject({
      connected: true,
    });
    put(plane('new', { planeID: 'us' }));
    expect(poller.livenessOf(plane('new', { planeID: 'us' }))).toMatchObject({
      connected: false,
    });
  });

  it('falls back while the gateway cannot be asked, and remembers what it said', async () => {
    const shared = plane('wide', { kind: 'ClusterDataPlane', planeID: 'eu' });
    const { run, polls, time, gateway, poller, store, taken } = start([
      shared,
      plane('us'),
    ]);
    void run();
    await polls();
    gateway.connect(pool('eu'));
    gateway.connect(pool('us'));
    await polls();
    expect(poller.livenessOf(shared)).toMatchObject({
      since: at(6),
      authorised: true,
    });
    taken();

    gateway.failure = UNREACHABLE;
    await polls();
    expect(taken()).toEqual([
      'live -> unreachable',
      'wide 1true -> unknown',
      'us 1 -> unknown',
    ]);
    expect(poller.livenessOf(shared)).toBeUndefined();
    expect(store.gatewayOf('default')).toEqual({
      controlPlane: 'default',
      state: 'unreachable',
      since: at(9),
      asOf: at(6),
      error: UNREACHABLE.message,
    });

    gateway.failure = undefined;
    gateway.connect(pool('us'), 0);
    await time.pass(10_000);
    expect(taken()).toEqual([
      'unreachable -> live',
      'wide unknown -> 1true',
      'us unknown -> 0',
    ]);
    expect(poller.livenessOf(shared)).toMatchObject({ since: at(6) });
    expect(poller.livenessOf(plane('us'))?.since).not.toBe(at(6));
  });

  it('asks less often while the gateway fails, up to every 30 seconds, and at its pace after that', async () => {
    const { run, time, gateway } = start();
    gateway.failure = UNREACHABLE;
    time.luck = 1;
    void run();
    await time.pass(0);
    const pauses: number[] = [];
    for (let i = 0; i < 6; i++) {
      pauses.push(time.pause);
      await time.pass(time.pause);
    }
    expect(pauses).toEqual([3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
    gateway.failure = undefined;
    time.luck = 0.5;
    await time.pass(30_000);
    expect(time.pause).toBeLessThanOrEqual(INTERVAL_MS);
  });

  it.each([0, 0.25, 1])('jitters by a tenth: %s', async luck => {
    const { run, time } = start();
    time.luck = luck;
    void run();
    await time.pass(0);
    expect(time.pause).toBeCloseTo(INTERVAL_MS * (0.9 + 0.2 * luck));
  });

  it.each(['tls', 'credentials-unreadable', 'refused'] as const)(
    'says that the gateway refuses us, and asks again after 30 seconds: %s',
    async reason => {
      const { run, time, gateway, store } = start();
      gateway.failure = { reason, message: 'Not with this certificate.' };
      void run();
      await time.pass(0);
      expect(store.gatewayOf('default')).toEqual({
        controlPlane: 'default',
        state: 'refused',
        since: at(0),
        error: 'Not with this certificate.',
      });
      expect(time.pause).toBe(30_000);
    },
  );

  it('does not wait long for a gateway that hangs', async () => {
    const { run, time, gateway, store } = start();
    gateway.delay = new Promise(() => {});
    void run();
    await time.pass(10_000);
    expect(store.gatewayOf('default')).toMatchObject({
      state: 'unreachable',
      error: expect.stringMatching(/time limit/),
    });
  });

  it('ends its request and its timers', async () => {
    const { run, time, gateway, abort, taken } = start();
    gateway.delay = new Promise(() => {});
    const done = run();
    await time.pass(0);
    abort.abort();
    await done;
    expect(time.sleeping).toBe(0);
    expect(taken()).toEqual([]);
  });

  describe('authorisation', () => {
    it('is asked for where the resource does not tell, and forgotten with the connection', async () => {
      const wide = plane('wide', { kind: 'ClusterDataPlane', planeID: 'eu' });
      const { run, polls, gateway, poller, taken, asked } = start([
        wide,
        plane('shared', { planeID: 'eu' }),
        plane('alone'),
        plane('lagging', { connected: false }),
        plane('offline', { connected: false }),
      ]);
      gateway.connect(pool('eu'));
      gateway.connect(pool('alone'));
      gateway.connect(pool('lagging'));
      gateway.onAuthorise(({ name }) => name !== 'wide');
      void run();
      await polls();
      expect(asked()).toEqual(['wide', 'shared', 'lagging']);
      expect(taken()).toEqual(
        expect.arrayContaining([
          'wide 1 -> 1false',
          'shared 1 -> 1true',
          'lagging 1 -> 1true',
        ]),
      );
      await polls(5);
      expect(asked()).toEqual([]);

      gateway.connect(pool('eu'), 0);
      await polls();
      expect(poller.livenessOf(wide)).not.toHaveProperty('authorised');
      gateway.onAuthorise(() => true);
      gateway.connect(pool('eu'));
      await polls();
      expect(poller.livenessOf(wide)).toMatchObject({ authorised: true });
    });

    it('is asked for anew when something moves, and every minute', async () => {
      const wide = { kind: 'ClusterDataPlane', planeID: 'eu' } as const;
      const { run, polls, gateway, put, asked, taken } = start([
        plane('wide', wide),
      ]);
      gateway.connect(pool('eu'));
      void run();
      await polls();
      asked();

      put(plane('wide', { ...wide, generation: 2 }));
      await polls();
      expect(asked()).toEqual(['wide']);
      gateway.connect(pool('eu'), 2);
      await polls();
      expect(asked()).toEqual(['wide']);
      put(plane('wide', { ...wide, generation: 2, connected: false }));
      await polls();
      expect(asked()).toEqual(['wide']);
      await polls(19);
      expect(asked()).toEqual([]);
      taken();
      gateway.onAuthorise(() => false);
      await polls();
      expect(asked()).toEqual(['wide']);
      expect(taken()).toEqual(['wide 2true -> 2false']);
    });

    it('keeps its answer while the gateway gives none, and asks nobody else then', async () => {
      const planes = ['a', 'b'].map(name =>
        plane(name, { kind: 'ClusterDataPlane', planeID: 'eu' }),
      );
      const { run, polls, gateway, poller, asked } = start(planes);
      gateway.connect(pool('eu'));
      void run();
      await polls();
      asked();
      const getResource = jest
        .spyOn(gateway, 'getResource')
        .mockResolvedValue({ ok: false, failure: UNREACHABLE, durationMs: 1 });
      gateway.connect(pool('eu'), 2);
      await polls();
      expect(getResource).toHaveBeenCalledTimes(1);
      for (const known of planes) {
        expect(poller.livenessOf(known)).toMatchObject({ authorised: true });
      }
    });

    it('of many planes takes turns, four a poll', async () => {
      const names = Array.from({ length: 10 }, (_, index) => `p${index}`);
      const { run, polls, gateway, put, asked, time } = start(
        names.map(name =>
          plane(name, { kind: 'ClusterDataPlane', planeID: 'eu' }),
        ),
      );
      gateway.connect(pool('eu'));
      void run();
      await time.pass(0);
      expect(asked()).toEqual(names.slice(0, 4));
      put(
        plane('p1', {
          kind: 'ClusterDataPlane',
          planeID: 'eu',
          generation: 2,
        }),
      );
      await polls();
      expect(asked()).toEqual(names.slice(4, 8));
      await polls();
      expect(asked()).toEqual(['p8', 'p9', 'p1']);
      await polls(18);
      expect(asked()).toEqual(['p0', 'p2', 'p3']);
    });
  });

  it('asks once a poll for 10 000 planes', async () => {
    const planes = Array.from({ length: 10_000 }, (_, index) =>
      plane(`p${index}`, { planeID: `p${index % 9_000}` }),
    );
    const { run, time, polls, gateway, taken } = start(planes);
    gateway.planes = planes.map(({ planeID }) => ({
      ...pool(planeID),
      connected: true,
      connectedAgents: 1,
    }));
    void run();
    await time.pass(0);
    expect(taken().length).toBeGreaterThan(10_000);
    gateway.requests.length = 0;
    await polls(10);
    const lists = gateway.requests.filter(({ type }) => type === 'list-planes');
    expect(lists).toHaveLength(10);
    expect(gateway.requests.length).toBeLessThanOrEqual(50);
  }, 30_000);
});
