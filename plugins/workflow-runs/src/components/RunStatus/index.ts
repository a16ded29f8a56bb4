export { NodePhaseIcon } from './NodePhaseIcon';
export type { NodePhaseIconProps } from './NodePhaseIcon';
export { RunDuration } from './RunDuration';
export type { RunDurationProps } from './RunDuration';
export { RunTook } from './RunTook';
export type { RunTookProps } from './RunTook';
export { RunStatus } from './RunStatus';
export type { RunStatusProps } from './RunStatus';
