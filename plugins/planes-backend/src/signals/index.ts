export { PlaneSignals } from './PlaneSignals';
