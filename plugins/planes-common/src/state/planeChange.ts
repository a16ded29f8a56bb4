import { AgentConnection, Plane } from '../model/plane';
import { isEqual } from './isEqual';

/**
 * What distinguishes two observations of the same plane.
 *
 * @remarks
 * `spec`: something its owner wrote, annotations included, or a new resource of the same name.
 * `status`: something OpenChoreo wrote, the deletion, or a change that the model does not show.
 * `heartbeat`: nothing but the resource version and the time of the last heartbeat. `none`: nothing.
 *
 * @public
 */
export type PlaneChange = 'spec' | 'status' | 'heartbeat' | 'none';

// A record, so that a field added to the model cannot be forgotten here.
const AUTHOR: Record<keyof Plane, 'owner' | 'OpenChoreo' | 'heartbeat'> = {
  ref: 'owner',
  uid: 'owner',
  resourceVersion: 'heartbeat',
  generation: 'OpenChoreo',
  observedGeneration: 'OpenChoreo',
  creationTimestamp: 'owner',
  deletionTimestamp: 'OpenChoreo',
  finalizers: 'OpenChoreo',
  planeType: 'owner',
  gatewayPlaneType: 'owner',
  access: 'owner',
  planeID: 'owner',
  planeIDValid: 'owner',
  displayName: 'owner',
  description: 'owner',
  owner: 'owner',
  agentCA: 'owner',
  secretStore: 'owner',
  observabilityPlaneRef: 'owner',
  registries: 'owner',
  gatewayListeners: 'owner',
  observerURL: 'owner',
  rcaAgentURL: 'owner',
  finOpsAgentURL: 'owner',
  conditions: 'OpenChoreo',
  agentConnection: 'OpenChoreo',
  findings: 'owner',
};

const FIELDS = Object.keys(AUTHOR) as (keyof Plane)[];
const OWNER_FIELDS = FIELDS.filter(field => AUTHOR[field] === 'owner');
const OPENCHOREO_FIELDS = FIELDS.filter(
  field => AUTHOR[field] === 'OpenChoreo' && field !== 'agentConnection',
);

function hasSameConnection(
  previous: AgentConnection | undefined,
  next: AgentConnection | undefined,
): boolean {
  if (!previous || !next) {
    return previous === next;
  }
  const { lastHeartbeatTime: _previous, ...before } = previous;
  const { lastHeartbeatTime: _next, ...after } = next;
  return isEqual(before, after);
}

/** Tells what distinguishes two observations of the same plane. @public */
export function planeChange(previous: Plane, next: Plane): PlaneChange {
  if (OWNER_FIELDS.some(field => !isEqual(previous[field], next[field]))) {
    return 'spec';
  }
  if (
    OPENCHOREO_FIELDS.some(field => !isEqual(previous[field], next[field])) ||
    !hasSameConnection(previous.agentConnection, next.agentConnection)
  ) {
    return 'status';
  }
  return previous.resourceVersion === next.resourceVersion &&
    isEqual(previous.agentConnection, next.agentConnection)
    ? 'none'
    : 'heartbeat';
}
