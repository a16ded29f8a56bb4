import {
  parsePlane,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import fc from 'fast-check';
import { InventoryStore } from './InventoryStore';
import type { InventoryChange } from './types';

const SOURCE = 'default/dataplanes';

function plane(options: {
  name: string;
  uid: number;
  version: number;
  planeID: string;
  heartbeat: number;
}): Plane {
  const parsed = parsePlane(
    {
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: {
        name: options.name,
        namespace: 'acme',
        uid: `${options.name}-${options.uid}`,
        resourceVersion: String(options.version),
      },
      spec: { planeID: options.planeID, clusterAgent: { clientCA: {} } },
      status: {
        agentConnection: {
          connected: true,
          connectedAgents: 1,
          lastHeartbeatTime: new Date(options.heartbeat * 1000).toISOString(),
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

function createStore() {
  const store = new InventoryStore();
  store.addSource(SOURCE, {
    controlPlane: 'default',
    kind: 'DataPlane',
    plural: 'dataplanes',
    state: 'syncing',
    since: '2026-01-01T00:00:00Z',
  });
  return store;
}

const arbitraryPlane = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c'),
    uid: fc.nat(2),
    version: fc.nat(5),
    planeID: fc.constantFrom('x', 'y'),
    heartbeat: fc.nat(3),
  })
  .map(plane);

const arbitraryStep = fc.oneof(
  fc.record({ put: arbitraryPlane }),
  fc.record({ remove: arbitraryPlane }),
  fc.record({
    replace: fc.uniqueArray(arbitraryPlane, { selector: p => p.ref.name }),
  }),
);

function apply(
  store: InventoryStore,
  step: { put: Plane } | { remove: Plane } | { replace: Plane[] },
): InventoryChange[] {
  if ('put' in step) {
    return store.put(SOURCE, step.put);
  }
  return 'remove' in step
    ? store.remove(SOURCE, step.remove.ref)
    : store.replace(SOURCE, step.replace);
}

/** What someone knows who only heard the changes. */
function replay(known: Map<string, Plane>, changes: InventoryChange[]) {
  for (const change of changes) {
    if (change.type === 'added') {
      expect(known.has(change.plane.uid)).toBe(false);
      known.set(change.plane.uid, change.plane);
    } else if (change.type === 'removed') {
      expect(known.delete(change.plane.uid)).toBe(true);
    } else if (change.type === 'changed') {
      expect(known.get(change.plane.uid)).toEqual(change.previous);
      known.set(change.plane.uid, change.plane);
    }
  }
}

describe('InventoryStore', () => {
  it('tells changes from which a listener has the same picture as the store, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStep, { maxLength: 20 }), steps => {
        const store = createStore();
        const known = new Map<string, Plane>();
        for (const step of steps) {
          const changes = apply(store, step);
          replay(known, changes);
          const { planes } = store.snapshot();
          expect(new Set(planes)).toEqual(new Set(known.values()));
          for (const each of planes) {
            expect(store.get(each.ref)).toBe(each);
            expect(store.getByUid(each.uid)).toBe(each);
          }
        }
      }),
    );
  });

  it('replaces exactly: after a list, what was listed is what there is', () => {
    const store = createStore();
    const one = plane({
      name: 'a',
      uid: 1,
      version: 1,
      planeID: 'x',
      heartbeat: 1,
    });
    const reborn = plane({
      name: 'a',
      uid: 2,
      version: 2,
      planeID: 'x',
      heartbeat: 1,
    });
    store.replace(SOURCE, [one]);
    expect(store.replace(SOURCE, [reborn]).map(change => change.type)).toEqual([
      'removed',
      'added',
    ]);
    expect(store.replace(SOURCE, [reborn])).toEqual([]);
    expect(store.replace(SOURCE, []).map(change => change.type)).toEqual([
      'removed',
    ]);
  });

  it('leaves the spec revision alone when only a heartbeat came', () => {
    const store = createStore();
    const options = {
      name: 'a',
      uid: 1,
      version: 1,
      planeID: 'x',
      heartbeat: 1,
    };
    store.put(SOURCE, plane(options));
    const before = store.snapshot();
    store.put(SOURCE, plane({ ...options, version: 2, heartbeat: 2 }));
    const after = store.snapshot();
    expect(after.specRevision).toBe(before.specRevision);
    expect(after.revision).toBeGreaterThan(before.revision);
    store.put(SOURCE, plane({ ...options, version: 3, planeID: 'y' }));
    expect(store.snapshot().specRevision).toBeGreaterThan(after.specRevision);
  });

  it('keeps since when a state began while its error changes', () => {
    const store = createStore();
    store.setState(SOURCE, {
      state: 'stale',
      since: '2026-01-01T01:00:00Z',
      error: 'one',
    });
    const [change] = store.setState(SOURCE, {
      state: 'stale',
      since: '2026-01-01T02:00:00Z',
      error: 'two',
    });
    expect(change).toMatchObject({
      source: { state: 'stale', since: '2026-01-01T01:00:00Z', error: 'two' },
    });
    expect(
      store.setState(SOURCE, { state: 'stale', since: 'later', error: 'two' }),
    ).toEqual([]);
    store.setState(SOURCE, { state: 'live', since: '2026-01-01T03:00:00Z' });
    expect(store.status(SOURCE)).not.toHaveProperty('error');
  });

  it('knows the gateway of each control plane, and dates it without a change', () => {
    const store = createStore();
    const controlPlane = 'default';
    expect(store.gatewayOf(controlPlane).state).toBe('not-configured');
    const pending = { controlPlane, state: 'pending', since: '1' } as const;
    expect(store.setGateway(pending)).toEqual([]);
    const live = {
      controlPlane,
      state: 'live',
      since: '2',
      asOf: '2',
    } as const;
    expect(store.setGateway(live)).toEqual([
      { type: 'gateway', gateway: live, previous: pending },
    ]);
    const { revision } = store.snapshot();
    expect(store.setGateway({ ...live, since: '3', asOf: '3' })).toEqual([]);
    expect(store.snapshot()).toMatchObject({
      revision,
      gateways: [{ state: 'live', since: '2', asOf: '3' }],
    });
    const error = 'The cluster gateway refuses connections.';
    const down = { ...live, state: 'unreachable', since: '4', error } as const;
    expect(store.setGateway(down)).toMatchObject([{ gateway: down }]);
    store.setGateway({ ...live, since: '5' });
    expect(store.gatewayOf(controlPlane)).toEqual({ ...live, since: '5' });
  });
});
