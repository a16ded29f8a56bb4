export { HttpKubernetesApi } from './HttpKubernetesApi';
export type { KubernetesApi } from './KubernetesApi';
export type {
  KubernetesWrite,
  KubernetesWriteAnswer,
  KubernetesWriter,
} from './KubernetesWriter';
export { listAll } from './listAll';
export { listWatch } from './listWatch';
export { oneLine } from './oneLine';
export { withoutContents } from './withoutContents';
export { parseKubernetesStatus } from './kubernetesStatus';
export { readText, readTextUpTo } from './readText';
export type { BoundedText } from './readText';
export { Backoff } from './Backoff';
export { DEFAULT_TIMING, SYSTEM_RUNTIME } from './ListWatchOptions';
export type {
  ListWatchHandler,
  ListWatchOptions,
  ListWatchRuntime,
} from './ListWatchOptions';
export { describeError } from './describeError';
export * from './errors';
export { failureClass } from './failureClass';
