export { readControlPlanesConfig } from './readControlPlanesConfig';
export {
  DEFAULT_LIVENESS_INTERVAL_MS,
  readPlanesConfig,
} from './readPlanesConfig';
export type {
  ControlPlaneConfig,
  ControlPlaneConnectionConfig,
  PlanesConfig,
} from './types';
