export { agentAddress } from './agentAddress';
export { clusterGatewaysServiceRef } from './clusterGatewaysServiceRef';
export { tunnelPrefix } from './gatewayPaths';
export { tunnelAddress } from './tunnelAddress';
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
} from './types';
