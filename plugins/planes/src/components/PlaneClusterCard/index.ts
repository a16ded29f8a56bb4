export { PlaneClusterCard } from './PlaneClusterCard';
