export { applyWorld } from './applyWorld';
export {
  createAgentCa,
  createAgentCas,
  type AgentCa,
  type AgentCaOptions,
} from './certificates';
export { demoWorld } from './demo/demoWorld';
export { generatePlanes, type GeneratePlanesOptions } from './generatePlanes';
export type { Manifest, PlannedObject, PlannedPlane, World } from './World';
export {
  startWorld,
  type RunningWorld,
  type StartWorldOptions,
} from './startWorld';
export type { WorldRuns } from './WorldRuns';
