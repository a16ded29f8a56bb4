export { openDatabase } from './openDatabase';
