/**
 * For tests of what builds on the plane inventory, what is followed besides, the cluster gateways and the resources of
 * planes.
 *
 * @packageDocumentation
 */
export { impatientServices } from './impatientServices';
export { TestAuditLog } from './TestAuditLog';
export type { AuditRecord } from './TestAuditLog';
export { TestClusterGateway } from './TestClusterGateway';
export type {
  TestGatewayAnswer,
  TestGatewayAnswering,
  TestGatewayRequest,
} from './TestClusterGateway';
export { TestClusterGateways } from './TestClusterGateways';
export { TestControlPlaneObjects } from './TestControlPlaneObjects';
export type { TestObjectRequest } from './TestControlPlaneObjects';
export { TestControlPlaneWatcher } from './TestControlPlaneWatcher';
export type { TestResource } from './TestControlPlaneWatcher';
export { TestMetrics } from './TestMetrics';
export type { TestMeasurement } from './TestMetrics';
export { TestPlaneInventory } from './TestPlaneInventory';
export type { TestManifest } from './TestPlaneInventory';
export { TestPlaneResources } from './TestPlaneResources';
export type { TestResourceRequest } from './TestPlaneResources';
