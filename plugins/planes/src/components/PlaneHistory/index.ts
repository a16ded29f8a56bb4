export { PlaneHistory } from './PlaneHistory';
