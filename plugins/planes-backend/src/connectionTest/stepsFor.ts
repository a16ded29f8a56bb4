import type {
  Plane,
  PlaneType,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentCAStep } from './steps/agentCAStep';
import { agentStep } from './steps/agentStep';
import { authorisationStep } from './steps/authorisationStep';
import { dataPlaneStep } from './steps/dataPlaneStep';
import { gatewayStep } from './steps/gatewayStep';
import { observabilityPlaneStep } from './steps/observabilityPlaneStep';
import { observerStep } from './steps/observerStep';
import { resourceStep } from './steps/resourceStep';
import { roundTripStep } from './steps/roundTripStep';
import { workflowPlaneStep } from './steps/workflowPlaneStep';
import type { TestStep } from './types';

const planeTypeSteps: Record<PlaneType, TestStep> = {
  data: dataPlaneStep,
  workflow: workflowPlaneStep,
  observability: observerStep,
};

/** The steps of a plane's test, in order. */
export function stepsFor(plane: Plane): readonly TestStep[] {
  return [
    resourceStep,
    agentCAStep,
    gatewayStep,
    agentStep,
    authorisationStep,
    roundTripStep,
    planeTypeSteps[plane.planeType],
    observabilityPlaneStep,
  ];
}
