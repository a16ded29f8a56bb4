export {
  PlaneControllers,
  type PlaneControllersOptions,
} from './PlaneControllers';
export {
  SimulatedGateway,
  type SimulatedAgents,
} from './gateway/SimulatedGateway';
export { certificateFingerprints } from './gateway/clientCa';
export type { ApiConnection } from './kubernetes/HttpsConnection';
export { CURRENT_PLANE_KINDS, type GatewayPlaneType } from './planeKinds';
export { systemTiming, type Timing } from './timing';
