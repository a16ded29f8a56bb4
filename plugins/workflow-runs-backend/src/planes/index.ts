export { DefaultRunPlanes } from './DefaultRunPlanes';
export type { DefaultRunPlanesOptions } from './DefaultRunPlanes';
export type { RunPlaneResolution, RunPlanes, RunTunnel } from './RunPlanes';
