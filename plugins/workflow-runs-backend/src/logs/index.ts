export { createLogsRouter } from './createLogsRouter';
export type { LogsRouterOptions } from './createLogsRouter';
