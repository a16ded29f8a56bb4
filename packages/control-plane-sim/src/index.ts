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
export { startTestControlPlane } from './testing/startTestControlPlane';
export type {
  BackingApiServer,
  ControlPlaneClient,
  FaultInjector,
  FaultTarget,
  KubernetesObject,
  ObjectKey,
  RecordedRequest,
  TestControlPlane,
  TestControlPlaneOptions,
} from './testing/TestControlPlane';
export * from './controllers';
export * from './world';
