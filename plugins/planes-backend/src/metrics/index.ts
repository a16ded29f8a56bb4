export { countPlanes } from './countPlanes';
export { createInstruments } from './metrics';
export type { PlanesInstruments } from './metrics';
