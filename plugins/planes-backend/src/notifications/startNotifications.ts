import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  PlaneInventory,
  PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Knex } from 'knex';
import type { NotificationsConfig } from '../config';
import { HistoryStore } from '../history';
import { NotificationStore } from './NotificationStore';
import { OccasionFinder } from './OccasionFinder';
import { PlaneNotifier } from './PlaneNotifier';

/** Options of {@link startNotifications}. */
export interface NotificationsOptions extends NotificationsConfig {
  readonly knex: Knex;
  readonly inventory: PlaneInventory;
  readonly notifications: NotificationService;
  readonly scheduler: SchedulerService;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  readonly config: Pick<
    PlanesConfig,
    'clusterScopedNamespace' | 'defaultOwner' | 'staleAfterMs'
  >;
}

/** Tells the owners of planes what they should know, until the plugin ends; nothing where that is disabled. */
export async function startNotifications(
  options: NotificationsOptions,
): Promise<void> {
  if (!options.enabled) {
    return;
  }
  const { knex, scheduler, config } = options;
  const store = new NotificationStore(knex);
  const finder = new OccasionFinder({
    ...options,
    store,
    history: new HistoryStore(knex),
    staleAfterMs: config.staleAfterMs,
  });
  const logger = options.logger.child({ task: 'notifications' });
  const notifier = new PlaneNotifier({ ...options, finder, store, logger });
  await scheduler.scheduleTask({
    id: 'planes-notify',
    scope: 'local',
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    fn: signal => notifier.tick(signal),
  });
}
