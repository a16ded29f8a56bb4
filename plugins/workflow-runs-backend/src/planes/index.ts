export type { RunPlaneResolution, RunPlanes, RunTunnel } from './RunPlanes';
