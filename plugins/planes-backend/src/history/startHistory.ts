import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Knex } from 'knex';
import { HistoryCleaner } from './HistoryCleaner';
import { HistoryReader } from './HistoryReader';
import { HistoryRecorder } from './HistoryRecorder';
import { HistoryStore } from './HistoryStore';

/** Options of {@link startHistory}. */
export interface HistoryOptions {
  readonly knex: Knex;
  readonly inventory: PlaneInventory;
  readonly scheduler: SchedulerService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  /** How old a heartbeat may be before `connected` is not believed any more. */
  readonly staleAfterMs: number;
  /** How long transitions are kept. */
  readonly retentionMs: number;
}

/**
 * Records the history of planes until the plugin ends.
 *
 * @returns what reads it
 */
export async function startHistory(
  options: HistoryOptions,
): Promise<HistoryReader> {
  const { scheduler, lifecycle, knex } = options;
  const logger = options.logger.child({ task: 'history' });
  const store = new HistoryStore(knex);
  const reader = HistoryReader.create({ ...options, store, logger });
  const recorder = HistoryRecorder.create({
    ...options,
    store,
    logger,
    onRecorded: transitions => reader.append(transitions),
  });
  const cleaner = new HistoryCleaner({ ...options, knex });
  recorder.start();
  lifecycle.addShutdownHook(() => recorder.stop());
  await scheduler.scheduleTask({
    id: 'planes-history-record',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 1 },
    fn: () => recorder.tick(),
  });
  await scheduler.scheduleTask({
    id: 'planes-history-read',
    scope: 'local',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: () => reader.refresh(),
  });
  await scheduler.scheduleTask({
    id: 'planes-history-clean',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: () => cleaner.clean(),
  });
  return reader;
}
