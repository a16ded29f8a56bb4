export { RunTook } from './RunTook';
export type { RunTookProps } from './RunTook';
export { RunStatus } from './RunStatus';
export type { RunStatusProps } from './RunStatus';
