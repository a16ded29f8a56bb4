export { planeResourcesServiceRef } from './planeResourcesServiceRef';
export type {
  ConfiguredControlPlane,
  ControlPlaneNamespaces,
  PlaneResources,
  ResourceFailure,
  ResourceOutcome,
  ResourceRequestOptions,
  ResourceWriteOptions,
  ServedKinds,
} from './types';
