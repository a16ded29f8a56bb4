export { PlaneCard } from './PlaneCard';
export type { PlaneCardProps } from './PlaneCard';
