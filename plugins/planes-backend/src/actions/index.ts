export { registerConnectionTestAction } from './registerConnectionTestAction';
export type { ConnectionTestActionOptions } from './registerConnectionTestAction';
