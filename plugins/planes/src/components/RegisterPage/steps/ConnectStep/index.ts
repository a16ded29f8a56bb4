export { ConnectStep } from './ConnectStep';
