import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { START } from './__testUtils__/manifests';
import { recordStates } from './__testUtils__/recordStates';
import { HistoryCleaner } from './HistoryCleaner';
import { HistoryStore } from './HistoryStore';

const DAY = 24 * 3600;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('HistoryCleaner on %s', id => {
  let knex: Knex;
  let store: HistoryStore;
  let cleaner: HistoryCleaner;

  beforeEach(async () => {
    knex = await openTestDatabase(databases, id);
    store = new HistoryStore(knex);
    cleaner = new HistoryCleaner({
      knex,
      clock: () => START,
      retentionMs: 90 * DAY * 1000,
    });
  });

  afterEach(async () => {
    await knex.destroy();
  });

  const ago = (days: number) => START.getTime() - days * DAY * 1000;

  it('deletes what is older than the retention, but for the state at its beginning', async () => {
    await recordStates(store, 'eu', [
      ['connected', -200 * DAY],
      ['disconnected', -100 * DAY],
      ['connected', -95 * DAY],
      ['stale', -10 * DAY],
    ]);
    await recordStates(store, 'quiet', [['connected', -200 * DAY]]);
    await cleaner.clean();
    await cleaner.clean();
    const left = await store.transitionsSince(0);
    expect(
      left.map(({ planeUid, state }) => `${planeUid} ${state}`).sort(),
    ).toEqual(['eu connected', 'eu stale', 'quiet connected']);
  });

  it('deletes everything of a plane that was removed before, and nothing of others', async () => {
    for (const [uid, removedAtMs] of [
      ['gone', ago(91)],
      ['going', ago(89)],
      ['eu', undefined],
    ] as const) {
      await recordStates(
        store,
        uid,
        [
          ['connected', -100 * DAY],
          ['unobserved', -89 * DAY],
        ],
        removedAtMs,
      );
      await knex('plane_notifications').insert({
        plane_uid: uid,
        topic: 'agent-ca',
        occasion: 'x/expired',
        at_ms: ago(100),
      });
      await knex('connection_tests').insert({
        plane_uid: uid,
        control_plane: 'default',
        finished_at_ms: ago(100),
        report: '{}',
      });
    }
    await cleaner.clean();
    for (const table of [
      'plane_current_states',
      'plane_transitions',
      'plane_notifications',
      'connection_tests',
    ]) {
      const uids = await knex(table).distinct('plane_uid').pluck('plane_uid');
      expect([table, ...uids.sort()]).toEqual([table, 'eu', 'going']);
    }
  });

  it('forgets recorders that are gone for a day, but never since when nobody watched', async () => {
    await store.keepAlive('older', ago(5));
    await store.keepAlive('old', ago(4));
    await cleaner.clean();
    expect([...(await store.aliveTimes()).values()]).toEqual([ago(4)]);
    await store.keepAlive('new', ago(0));
    await cleaner.clean();
    expect(await knex('history_recorders').pluck('recorder')).toEqual(['new']);
  });
});
