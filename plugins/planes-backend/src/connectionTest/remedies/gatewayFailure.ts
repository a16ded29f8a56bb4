import type {
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  GatewayFailure,
  GatewayFailureReason,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { sentence } from '../sentence';
import type { StepOutcome } from '../types';
import { planeRemedies } from './planeRemedies';
import { portalRemedies } from './portalRemedies';

const remedies: Record<GatewayFailureReason, (plane: Plane) => Remedy> = {
  ...portalRemedies,
  ...planeRemedies,
};

/** The outcome of a step whose request failed for a reason that any request may fail for. */
export function gatewayFailure(
  plane: Plane,
  { reason, message }: GatewayFailure,
): StepOutcome {
  return {
    status: 'failed',
    evidence: sentence(message),
    remedy: remedies[reason](plane),
  };
}
