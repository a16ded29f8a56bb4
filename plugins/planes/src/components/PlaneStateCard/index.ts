export { PlaneStateCard } from './PlaneStateCard';
