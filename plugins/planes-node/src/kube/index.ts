export { HttpKubernetesApi } from './HttpKubernetesApi';
export type { KubernetesApi } from './KubernetesApi';
export { listWatch } from './listWatch';
export { Backoff } from './Backoff';
export { DEFAULT_TIMING, SYSTEM_RUNTIME } from './ListWatchOptions';
export type { ListWatchHandler, ListWatchOptions } from './ListWatchOptions';
export { describeError } from './describeError';
export * from './errors';
