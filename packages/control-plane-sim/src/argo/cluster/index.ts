export { ArgoController, type ArgoControllerOptions } from './ArgoController';
export type { PlantedWorkflow } from './PlantedWorkflow';
