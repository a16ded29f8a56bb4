export { AgentReconnects } from './AgentReconnects';
export { createReconnectRouter } from './createReconnectRouter';
export type { ReconnectRouterOptions } from './createReconnectRouter';
