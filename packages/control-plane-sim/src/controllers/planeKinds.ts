/** What the cluster gateway calls a kind of plane. @public */
export type GatewayPlaneType =
  | 'dataplane'
  | 'workflowplane'
  | 'buildplane'
  | 'observabilityplane';

/** How the controller of one plane kind behaves. */
export interface SimulatedPlaneKind {
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly planeType: GatewayPlaneType;
  readonly finalizer: string;
  /** The `Created` condition, in the controller's own words. */
  readonly created: { readonly reason: string; readonly message: string };
  /** The controller writes an empty `spec.gateway` when it first updates the resource. */
  readonly writesGateway: boolean;
  /** Environments that use the plane block its deletion. */
  readonly guardedByEnvironments: boolean;
}

function kind(
  name: string,
  planeType: GatewayPlaneType,
  message: string,
): SimulatedPlaneKind {
  const namespaced = !name.startsWith('Cluster');
  const isDataPlane = planeType === 'dataplane';
  return {
    kind: name,
    plural: `${name.toLowerCase()}s`,
    namespaced,
    planeType,
    finalizer: `openchoreo.dev/${name.toLowerCase()}-cleanup`,
    created: { reason: `${name}Created`, message },
    writesGateway: isDataPlane,
    guardedByEnvironments: isDataPlane && namespaced,
  };
}

/**
 * The plane kinds of all releases with agents. The messages' spelling, also where a Cluster kind
 * says the same as the namespaced one, is OpenChoreo's.
 */
export const SIMULATED_PLANE_KINDS: readonly SimulatedPlaneKind[] = [
  kind('DataPlane', 'dataplane', 'Dataplane is created'),
  kind('ClusterDataPlane', 'dataplane', 'ClusterDataplane is created'),
  kind('WorkflowPlane', 'workflowplane', 'Workflowplane is created'),
  kind('ClusterWorkflowPlane', 'workflowplane', 'Workflowplane is created'),
  kind('BuildPlane', 'buildplane', 'Buildplane is created'),
  kind('ClusterBuildPlane', 'buildplane', 'Buildplane is created'),
  kind(
    'ObservabilityPlane',
    'observabilityplane',
    'Observabilityplane is created',
  ),
  kind(
    'ClusterObservabilityPlane',
    'observabilityplane',
    'Observabilityplane is created',
  ),
];

/** The kinds that OpenChoreo has had a controller for since 1.0. @public */
export const CURRENT_PLANE_KINDS: readonly string[] =
  SIMULATED_PLANE_KINDS.filter(
    ({ planeType }) => planeType !== 'buildplane',
  ).map(({ kind: name }) => name);

/** The facts about a kind. Throws where it is no plane's. */
export function simulatedPlaneKind(name: string): SimulatedPlaneKind {
  const found = SIMULATED_PLANE_KINDS.find(({ kind: k }) => k === name);
  if (!found) {
    throw new TypeError(`'${name}' is not the kind of a plane`);
  }
  return found;
}
