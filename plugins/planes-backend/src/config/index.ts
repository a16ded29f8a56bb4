export { readDuration } from './readDuration';
export { readHistoryConfig } from './readHistoryConfig';
export type { HistoryConfig } from './readHistoryConfig';
export { readNotificationsConfig } from './readNotificationsConfig';
export type { NotificationsConfig } from './readNotificationsConfig';
export { readRegistrationConfig } from './readRegistrationConfig';
export type { RegistrationConfig } from './readRegistrationConfig';
