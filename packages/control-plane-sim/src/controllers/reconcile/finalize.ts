import { Condition, PlaneResource } from '../planeResource';
import { setCondition } from './conditions';
import { Reconciliation, ReconcileContext } from './types';

/** Reconciles a resource that is being deleted. Only data planes of a namespace say how far they are. */
export function finalize(
  plane: PlaneResource,
  { gateway, environments, now }: ReconcileContext,
): Reconciliation {
  if (!plane.finalizers.includes(plane.kind.finalizer)) {
    return { action: 'none' };
  }
  if (plane.kind.guardedByEnvironments) {
    const conditions = setCondition(
      plane.status.conditions ?? [],
      finalizing(environments, plane.generation),
      now,
    );
    if (conditions) {
      return {
        action: 'update-status',
        status: { ...plane.status, conditions },
      };
    }
    if (environments > 0) {
      return { action: 'none' };
    }
  }
  return gateway.notification.accepted
    ? { action: 'remove-finalizer' }
    : { action: 'retry', reason: gateway.notification.reason };
}

function finalizing(
  environments: number,
  observedGeneration: number,
): Omit<Condition, 'lastTransitionTime'> {
  const type = 'Finalizing';
  return environments > 0
    ? {
        type,
        status: 'False',
        reason: 'DeletionBlocked',
        message: `Deletion blocked: dataplane is still referenced by ${environments} environment(s)`,
        observedGeneration,
      }
    : {
        type,
        status: 'True',
        reason: 'DataplaneFinalizing',
        message: 'Dataplane is finalizing',
        observedGeneration,
      };
}
