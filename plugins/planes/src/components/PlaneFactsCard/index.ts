export { PlaneFactsCard } from './PlaneFactsCard';
