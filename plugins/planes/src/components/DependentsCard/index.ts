export { DependentsCard } from './DependentsCard';
