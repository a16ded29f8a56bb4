export type {
  RunInventory,
  RunInventoryChange,
  RunInventorySnapshot,
} from './RunInventory';
