export { readControlPlanesConfig } from './readControlPlanesConfig';
export { readPlanesConfig } from './readPlanesConfig';
export type {
  ControlPlaneConfig,
  ControlPlaneConnectionConfig,
  PlanesConfig,
} from './types';
