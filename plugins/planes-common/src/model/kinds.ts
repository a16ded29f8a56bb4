/** The API group of every OpenChoreo plane resource. @public */
export const PLANE_API_GROUP = 'openchoreo.dev';

/** The only version of {@link PLANE_API_GROUP} that OpenChoreo serves. @public */
export const PLANE_API_VERSION = 'v1alpha1';

/** What a plane is for. A BuildPlane is a workflow plane of OpenChoreo before v1.0. @public */
export type PlaneType = 'data' | 'workflow' | 'observability';

/** The `planeType` under which the cluster gateway and the agents know a plane. @public */
export type GatewayPlaneType =
  | 'dataplane'
  | 'workflowplane'
  | 'buildplane'
  | 'observabilityplane';

/** The kind of a plane's custom resource, of any OpenChoreo release. @public */
export type PlaneKind =
  | 'DataPlane'
  | 'ClusterDataPlane'
  | 'WorkflowPlane'
  | 'ClusterWorkflowPlane'
  | 'BuildPlane'
  | 'ClusterBuildPlane'
  | 'ObservabilityPlane'
  | 'ClusterObservabilityPlane';

/** What distinguishes one plane kind from another. @public */
export interface PlaneKindInfo {
  readonly kind: PlaneKind;
  /** The resource name in API paths, for example `clusterdataplanes`. */
  readonly plural: string;
  readonly planeType: PlaneType;
  readonly gatewayPlaneType: GatewayPlaneType;
  readonly scope: 'Namespaced' | 'Cluster';
  /** The kind in kebab case, as used in entity names: `cluster-data-plane`. */
  readonly slug: string;
  /** Words for a person: `Data plane`. The scope is not part of it. */
  readonly label: string;
}

function pair(
  base: 'DataPlane' | 'WorkflowPlane' | 'BuildPlane' | 'ObservabilityPlane',
  planeType: PlaneType,
  gatewayPlaneType: GatewayPlaneType,
  slug: string,
  label: string,
): PlaneKindInfo[] {
  const plural = `${base.toLowerCase()}s`;
  return [
    {
      kind: base,
      plural,
      planeType,
      gatewayPlaneType,
      scope: 'Namespaced',
      slug,
      label,
    },
    {
      kind: `Cluster${base}`,
      plural: `cluster${plural}`,
      planeType,
      gatewayPlaneType,
      scope: 'Cluster',
      slug: `cluster-${slug}`,
      label,
    },
  ];
}

/** Every plane kind of every OpenChoreo release, namespaced kinds before their Cluster forms. @public */
export const PLANE_KINDS: readonly PlaneKindInfo[] = [
  ...pair('DataPlane', 'data', 'dataplane', 'data-plane', 'Data plane'),
  ...pair(
    'WorkflowPlane',
    'workflow',
    'workflowplane',
    'workflow-plane',
    'Workflow plane',
  ),
  ...pair('BuildPlane', 'workflow', 'buildplane', 'build-plane', 'Build plane'),
  ...pair(
    'ObservabilityPlane',
    'observability',
    'observabilityplane',
    'observability-plane',
    'Observability plane',
  ),
];

const byKind = new Map(PLANE_KINDS.map(info => [info.kind, info]));

/** Tells whether a string is the kind of a plane resource. @public */
export function isPlaneKind(kind: unknown): kind is PlaneKind {
  return typeof kind === 'string' && byKind.has(kind as PlaneKind);
}

/** The facts about a plane kind. @public */
export function planeKindInfo(kind: PlaneKind): PlaneKindInfo {
  const info = byKind.get(kind);
  if (!info) {
    throw new TypeError(`'${kind}' is not the kind of a plane`);
  }
  return info;
}
