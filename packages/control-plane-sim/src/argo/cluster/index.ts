export { ArgoController, type ArgoControllerOptions } from './ArgoController';
export { plantedObject, type PlantedWorkflow } from './PlantedWorkflow';
export { CACHE_LABEL, CLUSTER_HOSTS } from './simulationInputs';
