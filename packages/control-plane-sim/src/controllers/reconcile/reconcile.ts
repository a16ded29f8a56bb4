import { PlaneResource } from '../planeResource';
import { pollAgentConnection, sameAgentConnection } from './agentConnection';
import { findCondition, setCondition } from './conditions';
import { finalize } from './finalize';
import { Reconciliation, ReconcileContext } from './types';

/** Looks at the resource and the gateway once, and says what to do, in the order of the real controllers. */
export function reconcile(
  plane: PlaneResource,
  context: ReconcileContext,
): Reconciliation {
  if (plane.deleting) {
    return finalize(plane, context);
  }
  if (!plane.finalizers.includes(plane.kind.finalizer)) {
    return { action: 'add-finalizer' };
  }
  if (!findCondition(plane.status.conditions, 'Created')) {
    return accept(plane, context);
  }
  // Cluster kinds never look at their generation again once they are accepted.
  if (
    plane.kind.namespaced &&
    plane.generation > (plane.status.observedGeneration ?? 0)
  ) {
    return observeGeneration(plane, context);
  }
  return poll(plane, context);
}

function accept(
  plane: PlaneResource,
  { gateway, now }: ReconcileContext,
): Reconciliation {
  if (!gateway.notification.accepted) {
    return { action: 'retry', reason: gateway.notification.reason };
  }
  const conditions = setCondition(
    plane.status.conditions ?? [],
    {
      type: 'Created',
      status: 'True',
      ...plane.kind.created,
      observedGeneration: plane.generation,
    },
    now,
  );
  return {
    action: 'update-status',
    status: {
      ...plane.status,
      conditions,
      observedGeneration: plane.generation,
    },
  };
}

function observeGeneration(
  plane: PlaneResource,
  { gateway }: ReconcileContext,
): Reconciliation {
  if (!gateway.notification.accepted) {
    return { action: 'retry', reason: gateway.notification.reason };
  }
  return {
    action: 'update-status',
    status: { ...plane.status, observedGeneration: plane.generation },
  };
}

function poll(
  plane: PlaneResource,
  { gateway, now }: ReconcileContext,
): Reconciliation {
  if (!gateway.status) {
    return { action: 'none' };
  }
  const previous = plane.status.agentConnection;
  const agentConnection = pollAgentConnection(previous, gateway.status, now);
  return sameAgentConnection(previous, agentConnection)
    ? { action: 'none' }
    : {
        action: 'update-status',
        status: { ...plane.status, agentConnection },
      };
}
