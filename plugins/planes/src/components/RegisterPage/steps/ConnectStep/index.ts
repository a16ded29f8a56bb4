export { ConnectStep } from './ConnectStep';
export type { ConnectStepProps } from './ConnectStep';
