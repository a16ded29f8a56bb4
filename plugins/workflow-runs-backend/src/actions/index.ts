export { createActionsRouter } from './createActionsRouter';
export type { ActionsRouterOptions } from './createActionsRouter';
