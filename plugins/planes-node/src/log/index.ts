export { describeDuration } from './describeDuration';
export { OutageLog } from './OutageLog';
export type { OutageDetails, OutageLogOptions } from './OutageLog';
