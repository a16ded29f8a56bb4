import {
  ControlPlaneKinds,
  KindsResponse,
  PlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

type Served = ControlPlaneKinds['kinds'][number];

interface Generation {
  secretField: 'secretKeyRef' | 'secretRef';
  workflow: 'WorkflowPlane' | 'BuildPlane';
  imagePullSecretRefs: boolean;
  finOpsAgentURL: boolean;
}

function agentFields({ secretField }: Generation): string[] {
  const ref = `clusterAgent.clientCA.${secretField}`;
  return [
    'planeID',
    'clusterAgent',
    'clusterAgent.clientCA',
    'clusterAgent.clientCA.value',
    ref,
    `${ref}.name`,
    `${ref}.key`,
    `${ref}.namespace`,
  ];
}

function requiredFields(generation: Generation, isCluster: boolean): string[] {
  const ref = `clusterAgent.clientCA.${generation.secretField}`;
  return [
    ...(isCluster ? ['planeID'] : []),
    'clusterAgent',
    'clusterAgent.clientCA',
    `${ref}.name`,
    `${ref}.key`,
  ];
}

const LINKS = [
  'secretStoreRef',
  'secretStoreRef.name',
  'observabilityPlaneRef',
  'observabilityPlaneRef.kind',
  'observabilityPlaneRef.name',
];

const GATEWAY = [
  'gateway',
  ...['ingress', 'egress'].flatMap(direction => [
    `gateway.${direction}`,
    ...['external', 'internal'].flatMap(exposure => {
      const endpoint = `gateway.${direction}.${exposure}`;
      return [endpoint, `${endpoint}.name`, `${endpoint}.namespace`];
    }),
  ]),
];

function pair(
  base: 'DataPlane' | 'WorkflowPlane' | 'BuildPlane' | 'ObservabilityPlane',
  generation: Generation,
  fields: string[],
  required: string[] = [],
): Served[] {
  const kinds: PlaneKind[] = [base, `Cluster${base}`];
  return kinds.map(kind => ({
    kind,
    fields: [...agentFields(generation), ...fields],
    requiredFields: [
      ...requiredFields(generation, kind.startsWith('Cluster')),
      ...required,
    ],
    observabilityPlaneRefIsString: false,
    mayCreate: true,
  }));
}

function servedKinds(generation: Generation): Served[] {
  return [
    ...pair(
      'DataPlane',
      generation,
      [
        ...LINKS,
        ...GATEWAY,
        ...(generation.imagePullSecretRefs ? ['imagePullSecretRefs'] : []),
      ],
      ['secretStoreRef.name', 'observabilityPlaneRef.name'],
    ),
    ...pair(generation.workflow, generation, LINKS, [
      'secretStoreRef.name',
      'observabilityPlaneRef.name',
    ]),
    ...pair(
      'ObservabilityPlane',
      generation,
      [
        'observerURL',
        'rcaAgentURL',
        ...(generation.finOpsAgentURL ? ['finOpsAgentURL'] : []),
      ],
      ['observerURL'],
    ),
  ];
}

const COMMON: Omit<ControlPlaneKinds, 'name' | 'kinds'> = {
  mode: 'apply',
  asOf: '2026-11-21T12:00:00.000Z',
  namespaces: { items: ['acme', 'globex'], complete: true },
  planeIDs: [
    { gatewayPlaneType: 'dataplane', planeID: 'edge-01', planes: 2 },
    { gatewayPlaneType: 'workflowplane', planeID: 'builds', planes: 1 },
  ],
  secretStores: ['default', 'vault'],
  observabilityPlanes: [],
  agentURL: 'wss://gateway.acme.test/ws',
};

/** A control plane of OpenChoreo 1.2. */
export function v12ControlPlane(
  overrides: Partial<ControlPlaneKinds> = {},
): ControlPlaneKinds {
  return {
    name: 'default',
    kinds: servedKinds({
      secretField: 'secretKeyRef',
      workflow: 'WorkflowPlane',
      imagePullSecretRefs: false,
      finOpsAgentURL: true,
    }),
    ...COMMON,
    ...overrides,
  };
}

/** A control plane of OpenChoreo 0.17. */
export function v017ControlPlane(
  overrides: Partial<ControlPlaneKinds> = {},
): ControlPlaneKinds {
  return {
    name: 'old',
    kinds: servedKinds({
      secretField: 'secretRef',
      workflow: 'BuildPlane',
      imagePullSecretRefs: true,
      finOpsAgentURL: false,
    }),
    ...COMMON,
    planeIDs: [{ gatewayPlaneType: 'buildplane', planeID: 'ci', planes: 1 }],
    ...overrides,
  };
}

/** The answer of `GET /kinds` of a portal with these control planes. */
export function kindsFixture(
  ...controlPlanes: ControlPlaneKinds[]
): KindsResponse {
  return { controlPlanes, mayCreate: true, chartVersion: '1.2.3' };
}
