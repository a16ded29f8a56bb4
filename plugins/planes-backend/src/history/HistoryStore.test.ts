import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { START } from './__testUtils__/manifests';
import { HistoryStore } from './HistoryStore';
import type { CurrentState } from './types';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('HistoryStore on %s', id => {
  let knex: Knex;
  let store: HistoryStore;

  beforeEach(async () => {
    knex = await openTestDatabase(databases, id);
    store = new HistoryStore(knex);
  });

  afterEach(async () => {
    await knex.destroy();
  });

  function state(planeUid: string, more: Partial<CurrentState>): CurrentState {
    return {
      planeUid,
      controlPlane: 'default',
      state: 'connected',
      reason: 'It is.',
      sinceMs: START.getTime(),
      sequence: 1,
      recordedSinceMs: START.getTime(),
      ...more,
    };
  }

  it('records a state only after the one before it, whatever becomes of others', async () => {
    const first = [state('a', {}), state('b', {})];
    expect(await store.record(first)).toEqual(new Set(['a', 'b']));
    const ahead = state('a', { state: 'disconnected', sequence: 2 });
    expect(await store.record([ahead])).toEqual(new Set(['a']));

    const late = [
      state('a', { state: 'stale', sequence: 2 }),
      state('b', { state: 'stale', sequence: 2 }),
      state('c', {}),
    ];
    expect(await store.record(late)).toEqual(new Set(['b', 'c']));
    expect(await store.record([state('c', { state: 'stale' })])).toEqual(
      new Set(),
    );
    const states = await store.currentStates(['a', 'b', 'c', 'd']);
    expect(states.sort(byUid)).toEqual([ahead, late[1], late[2]]);
    expect(await store.transitionsSince(0)).toHaveLength(5);
  });

  it('reads a state that a later release recorded as one that it knows nothing of', async () => {
    await store.record([state('a', {})]);
    await knex('plane_current_states').update({ state: 'hibernating' });
    const [read] = await store.currentStates();
    expect(read.state).toBe('unobserved');
  });
});

function byUid(a: CurrentState, b: CurrentState): number {
  return a.planeUid < b.planeUid ? -1 : 1;
}
