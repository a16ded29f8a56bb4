export { DefaultRunInventory } from './DefaultRunInventory';
export type {
  RunInventory,
  RunInventoryChange,
  RunInventorySnapshot,
} from './RunInventory';
