export { PlaneRow } from './PlaneRow';
