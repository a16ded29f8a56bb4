export { PlaneEntityHeader } from './PlaneEntityHeader';
