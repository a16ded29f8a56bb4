/**
 * For tests of what builds on the plane inventory.
 *
 * @packageDocumentation
 */
export { TestPlaneInventory } from './TestPlaneInventory';
export type { TestManifest } from './TestPlaneInventory';
