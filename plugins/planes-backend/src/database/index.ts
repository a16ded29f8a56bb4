export { openDatabase } from './openDatabase';
export { OutageLog } from './OutageLog';
