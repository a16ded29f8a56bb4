import {
  formatPlaneRef,
  type PlaneRef,
  planeState,
  type PlaneStateName,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { danglingReference, notWell } from '../remedies/observabilityRemedies';
import type { ConnectionTestContext, LocalStep, StepOutcome } from '../types';

/** Does the plane report to an observability plane that exists and is connected? */
export const observabilityPlaneStep: LocalStep = {
  name: 'observability-plane',
  contacts: 'nobody',
  title: () => 'Observability plane',
  run(context) {
    const { plane, fleet, inventory } = context;
    const resolution = fleet.observabilityPlane(plane);
    switch (resolution.status) {
      case 'not-applicable':
        return {
          status: 'skipped',
          evidence: 'An observability plane reports to no other.',
        };
      case 'none':
        return {
          status: 'passed',
          evidence:
            'The plane names no observability plane and there is no default, so its logs and metrics are not collected.',
        };
      case 'dangling':
        return {
          status: 'failed',
          evidence: resolution.message,
          remedy: danglingReference(plane, inventory.snapshot().planes),
        };
      default:
        return connection(context, resolution.ref, resolution.status);
    }
  },
};

/** States in which an observability plane takes in what others report, as far as the portal can tell. */
const WELL: ReadonlySet<PlaneStateName> = new Set([
  'connected',
  'not-reported',
]);

function connection(
  { inventory, clock, staleAfterMs }: ConnectionTestContext,
  ref: PlaneRef,
  by: 'explicit' | 'default',
): StepOutcome {
  const name = `${formatPlaneRef(ref)}${
    by === 'default' ? ' (by default)' : ''
  }`;
  const target = inventory.get(ref);
  if (!target) {
    return {
      status: 'passed',
      evidence: `The plane reports to ${name}, whose state the portal cannot read.`,
    };
  }
  const liveness = inventory.livenessOf(ref);
  const { state, reason } = planeState(target, clock(), {
    staleAfterMs,
    liveness,
  });
  return WELL.has(state)
    ? {
        status: 'passed',
        evidence: `The plane reports to ${name}. ${reason}`,
      }
    : {
        status: 'warning',
        evidence: `The plane reports to ${name}, which is not well. ${reason}`,
        remedy: notWell(target),
      };
}
