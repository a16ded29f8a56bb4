/**
 * An embedded OpenChoreo control plane for development and tests: a subset of the Kubernetes API over
 * HTTPS, fault injection, and a harness for integration suites.
 *
 * @packageDocumentation
 */
export { ApiServer } from './ApiServer';
export type { ApiServerOptions } from './ApiServer';
export type { ApiServerUser, PolicyRule } from './auth/AccessRules';
export {
  DEFAULT_RELEASE,
  listReleases,
  readReleaseCrds,
} from './crds/releases';
export { FaultProxy } from './faults/FaultProxy';
export type { FaultProxyOptions, FaultProxyTarget } from './faults/FaultProxy';
export type { AdminEndpoint, AdminRequest } from './faults/adminEndpoint';
export { freePort } from './testing/freePort';
export { KubernetesClient } from './testing/KubernetesClient';
export { startTestControlPlane } from './testing/startTestControlPlane';
export type {
  BackingApiServer,
  ControlPlaneClient,
  FaultInjector,
  FaultTarget,
  KubernetesObject,
  ObjectKey,
  RecordedRequest,
  TestControllers,
  TestControllersOptions,
  TestControlPlane,
  TestControlPlaneOptions,
} from './testing/TestControlPlane';
export {
  startTestGateway,
  type TestGateway,
  type TestGatewayOptions,
  type TestGatewayPlane,
} from './testing/startTestGateway';
export {
  GatewayServer,
  type GatewayServerOptions,
  type GatewayServerPlane,
  type GatewayServerRequest,
} from './gatewayServer/GatewayServer';
export type { GatewayClientFiles } from './gatewayServer/gatewayFiles';
export { newServerIdentity } from './tls/ServerDirectory';
export {
  PlaneClusters,
  type SimulatedCluster,
  type SimulatedClusterPlane,
} from './planeClusters/PlaneClusters';
export type { ExternalSecretsVersion } from './planeClusters/operatorCrds';
export type { PlantedWorkflow } from './argo/cluster';
export type {
  ForeignLock,
  WorkflowAction,
  WorkflowIntervention,
  WorkflowTiming,
} from './argo/engine';
export type { PlantedObject } from './planeClusters/PlantedObject';
export type { PlaneBehaviour } from './planeClusters/PlaneBehaviour';
export type { SimulatedSecretStore } from './planeClusters/secretStores';
export * from './controllers';
export * from './world';
