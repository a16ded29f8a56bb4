export { DefaultPlaneInventory } from './DefaultPlaneInventory';
export { planeInventoryServiceRef } from './planeInventoryServiceRef';
export type {
  InventoryChange,
  InventorySnapshot,
  PlaneInventory,
} from './types';
export { isSourceKnown, isSourceSettled, knownKinds } from './sources';
