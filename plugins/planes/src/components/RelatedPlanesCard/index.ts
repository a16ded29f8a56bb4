export { RelatedPlanesCard } from './RelatedPlanesCard';
