export { createNodesRouter } from './createNodesRouter';
export type { NodesRouterOptions } from './createNodesRouter';
