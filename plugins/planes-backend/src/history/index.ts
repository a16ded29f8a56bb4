export { HistoryReader } from './HistoryReader';
export { HistoryStore } from './HistoryStore';
export { observePlane } from './observePlane';
export { planeFacts } from './planeFacts';
export { startHistory } from './startHistory';
export type { HistoryOptions } from './startHistory';
export type { RecordedTransition } from './types';
export { groupByPlane } from './groupByPlane';
