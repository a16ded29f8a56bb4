export { HttpKubernetesApi } from './HttpKubernetesApi';
export type { KubernetesApi } from './KubernetesApi';
export { listWatch } from './listWatch';
export type { ListWatchHandler, ListWatchOptions } from './listWatch';
export { describeError } from './describeError';
export * from './errors';
