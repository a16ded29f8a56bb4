/**
 * The one way from Backstage to OpenChoreo control planes.
 *
 * @packageDocumentation
 */
export {
  isSourceKnown,
  isSourceSettled,
  knownKinds,
  planeInventoryServiceRef,
} from './inventory';
export type {
  InventoryChange,
  InventorySnapshot,
  PlaneInventory,
} from './inventory';
export { controlPlaneWatcherServiceRef } from './follow';
export type {
  ControlPlaneWatcher,
  FollowedChange,
  FollowedKind,
  FollowedObject,
  FollowedRef,
  FollowedSnapshot,
  FollowedSource,
  FollowOptions,
  ReadResult,
  ResourceFollower,
} from './follow';
export { readPlanesConfig } from './config';
export type { PlanesConfig } from './config';
export {
  answerUnavailable,
  audited,
  PayloadTooLargeError,
  RateLimit,
  readJsonBody,
  requestLimitsServiceRef,
  sendWithETag,
  tellRetryAfter,
  TooManyRequestsError,
  whenClosed,
} from './http';
export type {
  FailedRequest,
  HeaderedAnswer,
  JsonAnswer,
  JsonBody,
  LimitedKind,
  ReadJsonBodyOptions,
  RequestLimits,
  UnsentAnswer,
} from './http';
export { describeDuration, OutageLog } from './log';
export type { OutageDetails, OutageLogOptions } from './log';
export { planeOwner } from './planes/planeOwner';
export { controlPlaneReaderServiceRef } from './reader';
export type { ControlPlaneReader, ResourceList } from './reader';
export {
  agentAddress,
  clusterGatewaysServiceRef,
  tunnelAddress,
  tunnelPrefix,
} from './gateway';
export type {
  AgentAddress,
  ClusterGateway,
  ClusterGatewayConfig,
  ClusterGateways,
  GatewayFailure,
  GatewayFailureReason,
  GatewayOutcome,
  GatewayPlaneStatus,
  GatewayRequestOptions,
  GatewayText,
  GatewayTlsFacts,
  TunnelAddress,
  TunnelPatch,
  TunnelRequest,
  TunnelTextRequest,
} from './gateway';
export { controlPlaneObjectsServiceRef } from './objects';
export type { ControlPlaneObjects, ObjectContent, ObjectRef } from './objects';
export { planeResourcesServiceRef } from './resources';
export type {
  ConfiguredControlPlane,
  ControlPlaneNamespaces,
  PlaneResources,
  ResourceFailure,
  ResourceOutcome,
  ResourceRequestOptions,
  ResourceWriteOptions,
  ServedKinds,
} from './resources';
