export { startNotifications } from './startNotifications';
export type { NotificationsOptions } from './startNotifications';
