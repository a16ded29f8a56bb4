import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { at, START } from './__testUtils__/manifests';
import { recordStates } from './__testUtils__/recordStates';
import { HistoryReader } from './HistoryReader';
import { HistoryStore } from './HistoryStore';

const HOUR = 3600;
const DAY = 24 * HOUR;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('HistoryReader on %s', id => {
  let knex: Knex;
  let store: HistoryStore;
  let reader: HistoryReader;
  let nowMs: number;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await openTestDatabase(databases, id);
    store = new HistoryStore(knex);
    nowMs = START.getTime();
    reader = HistoryReader.create({
      store,
      logger,
      clock: () => new Date(nowMs),
    });
  });

  afterEach(async () => {
    await knex.destroy();
  });

  it('tells the last 24 hours in 48 slots, with the state at their beginning', async () => {
    await recordStates(store, 'eu', [
      ['connected', -3 * DAY],
      ['disconnected', -2 * DAY],
      ['connected', -12 * HOUR],
    ]);
    await recordStates(store, 'us', [['connected', -9 * DAY]]);
    await recordStates(store, 'new', [['connected', -HOUR]]);
    expect(reader.recent('eu')).toBeUndefined();
    await reader.refresh();
    const half = (level: string) => Array<string>(24).fill(level);
    expect(reader.recent('eu')).toMatchObject({
      slots: [...half('down'), ...half('up')],
      uptime: 0.5,
    });
    expect(reader.recent('us')?.slots).toEqual([...half('up'), ...half('up')]);
    expect(reader.recent('new')?.slots.indexOf('up')).toBe(46);
    expect(reader.recent('other')).toBeUndefined();
  });

  it('knows at once what this replica records, and within a refresh what others do', async () => {
    await recordStates(store, 'eu', [['connected', -DAY]]);
    await reader.refresh();
    expect(reader.recent('eu')?.losses).toBe(0);
    const eu = await recordStates(store, 'eu', [
      ['connected', -DAY],
      ['disconnected', -60],
      ['connected', -50],
      ['disconnected', -40],
    ]);
    // The second and third are of another replica, which this one does not know yet.
    reader.append(eu.slice(3));
    expect(reader.recent('eu')?.slots.at(-1)).toBe('down');
    expect(reader.recent('eu')?.losses).toBe(1);
    await reader.refresh();
    expect(reader.recent('eu')?.losses).toBe(2);

    reader.append(await recordStates(store, 'us', [['disconnected', -5]]));
    expect(reader.recent('us')?.slots.at(-1)).toBe('down');
  });

  it('moves with the time, and forgets planes that are removed', async () => {
    await recordStates(store, 'eu', [
      ['connected', -2 * DAY],
      ['disconnected', -HOUR],
      ['connected', -HOUR + 600],
    ]);
    await reader.refresh();
    expect(reader.recent('eu')?.losses).toBe(1);
    nowMs += DAY * 1000;
    await reader.refresh();
    expect(reader.recent('eu')).toMatchObject({ losses: 0, uptime: 1 });
    await knex('plane_current_states').update({ removed_at_ms: nowMs });
    await reader.refresh();
    expect(reader.recent('eu')).toBeUndefined();
  });

  it('tells the mean uptime of planes over 30 days, without asking the database', async () => {
    await recordStates(store, 'eu', [
      ['connected', -100 * DAY],
      ['disconnected', -15 * DAY],
    ]);
    await recordStates(store, 'us', [['connected', -100 * DAY]]);
    await recordStates(store, 'never', [['never-connected', -100 * DAY]]);
    expect(reader.fleetUptime(['eu', 'us'])).toBeUndefined();
    await reader.refresh();
    const read = jest.spyOn(store, 'transitionsSince');
    expect(reader.fleetUptime(['eu', 'us', 'never', 'other'])).toBeCloseTo(
      0.75,
    );
    expect(reader.fleetUptime(['never'])).toBeUndefined();
    expect(read).not.toHaveBeenCalled();
    // What did not change is not read again every minute, but it is within the hour.
    await reader.refresh();
    expect(read).not.toHaveBeenCalled();
    nowMs += HOUR * 1000;
    await reader.refresh();
    expect(read).toHaveBeenCalled();
  });

  it('tells the history of a plane over a window', async () => {
    await recordStates(store, 'eu', [
      ['connected', -100 * DAY],
      ['disconnected', -10 * DAY],
      ['connected', -5 * DAY],
    ]);
    const history = await reader.history('eu', '30d');
    expect(history).toMatchObject({
      window: '30d',
      recordedSince: at(-100 * DAY),
      losses: 1,
      uptimes: { '24h': 1 },
    });
    expect(history.uptime).toBeCloseTo(25 / 30);
    expect(history.transitions).toEqual([
      { at: at(-5 * DAY), state: 'connected', reason: 'It is connected.' },
      {
        at: at(-10 * DAY),
        state: 'disconnected',
        reason: 'It is disconnected.',
      },
    ]);
    const unknown = await reader.history('other', '24h');
    expect(unknown).toMatchObject({ transitions: [], losses: 0 });
    expect(unknown.recordedSince).toBeUndefined();
  });

  it('tells what it knew while the database is away, and says so once', async () => {
    await recordStates(store, 'eu', [['connected', -DAY]]);
    await reader.refresh();
    const sequences = jest
      .spyOn(store, 'sequences')
      .mockRejectedValue(new Error('The database is gone'));
    await reader.refresh();
    await reader.refresh();
    expect(reader.recent('eu')?.uptime).toBe(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    sequences.mockRestore();
    await reader.refresh();
    expect(logger.info).toHaveBeenCalledTimes(1);
  });
});
