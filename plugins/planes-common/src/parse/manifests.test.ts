import { manifests } from '../__testUtils__/manifests';
import { parsePlane } from './parsePlane';

const inlineCA = {
  source: 'inline',
  certificates: [{ subject: 'CN=agent-ca-1', isCA: true }],
};
const flatHosts = [
  {
    direction: 'ingress',
    exposure: 'external',
    protocol: 'https',
    host: 'choreoapis.localhost',
  },
  {
    direction: 'ingress',
    exposure: 'internal',
    protocol: 'https',
    host: 'internal.choreoapis.localhost',
  },
];

// What each manifest is expected to say, and the findings about it.
const table: Record<string, [expected: object, findings: string[]]> = {
  'proposal BuildPlane': [
    {
      ref: {
        controlPlane: 'default',
        kind: 'BuildPlane',
        namespace: 'acme',
        name: 'example-buildplane',
      },
      planeType: 'workflow',
      gatewayPlaneType: 'buildplane',
      access: 'credentials',
      planeID: 'example-buildplane',
      agentCA: { source: 'none' },
      registries: [
        { prefix: 'docker.io/namespace', secretName: 'docker-push-secret' },
        { prefix: 'ghcr.io/namespace', secretName: 'ghcr-push-secret' },
      ],
    },
    ['warning credentials-in-resource'],
  ],
  'v0.3 BuildPlane': [
    {
      access: 'credentials',
      displayName: 'BuildPlane "default"',
      description: 'BuildPlane "default" was created through the script.',
      observerURL: 'http://observer.openchoreo-observability-plane:8080',
    },
    ['warning credentials-in-resource'],
  ],
  'v0.3 DataPlane': [
    {
      planeType: 'data',
      gatewayPlaneType: 'dataplane',
      access: 'credentials',
      registries: [{ prefix: 'docker.io/acme', secretName: 'pull-secret' }],
      gatewayListeners: flatHosts,
      conditions: [{ type: 'Created', status: 'True' }],
    },
    ['warning credentials-in-resource'],
  ],
  'v0.4 BuildPlane': [
    { access: 'credentials', agentCA: { source: 'none' } },
    ['warning credentials-in-resource'],
  ],
  'v0.6 DataPlane with credentials in Secrets': [
    { access: 'credentials', gatewayListeners: flatHosts },
    ['info credentials-in-resource'],
  ],
  'v0.6 DataPlane with an agent': [
    {
      access: 'agent',
      agentCA: {
        source: 'secret',
        secretKeyRef: { name: 'agent-ca', key: 'ca.crt' },
      },
      secretStore: 'default',
    },
    [],
  ],
  'v0.8 ObservabilityPlane': [
    {
      planeType: 'observability',
      gatewayPlaneType: 'observabilityplane',
      access: 'agent',
      agentCA: inlineCA,
      observerURL: 'http://observer.openchoreo-observability-plane:8080',
    },
    [],
  ],
  'v0.9 BuildPlane': [
    {
      access: 'agent',
      planeID: 'default-buildplane',
      agentCA: {
        source: 'secret',
        secretKeyRef: { name: 'agent-ca', key: 'ca.crt' },
      },
      secretStore: 'default',
      observabilityPlaneRef: { name: 'observability' },
      creationTimestamp: '2026-01-05T08:00:00Z',
    },
    [],
  ],
  'v0.10 DataPlane': [
    {
      agentCA: inlineCA,
      observabilityPlaneRef: { name: 'observability' },
      gatewayListeners: [
        {
          exposure: 'external',
          protocol: 'http',
          host: 'public.example',
          port: 19080,
        },
        {
          exposure: 'external',
          protocol: 'https',
          host: 'public.example',
          port: 19443,
        },
        {
          exposure: 'internal',
          protocol: 'http',
          host: 'org.example',
          port: 19081,
        },
        {
          exposure: 'internal',
          protocol: 'https',
          host: 'org.example',
          port: 19444,
        },
      ],
    },
    [],
  ],
  'v0.14 ClusterBuildPlane': [
    {
      ref: {
        controlPlane: 'default',
        kind: 'ClusterBuildPlane',
        name: 'shared',
      },
      gatewayPlaneType: 'buildplane',
      observabilityPlaneRef: { name: 'default' },
    },
    [],
  ],
  'v0.15 ClusterBuildPlane': [
    {
      planeID: 'shared-builder',
      agentCA: {
        source: 'secret',
        secretKeyRef: {
          name: 'buildplane-agent-ca',
          key: 'ca.crt',
          namespace: 'openchoreo-system',
        },
      },
      observabilityPlaneRef: {
        kind: 'ClusterObservabilityPlane',
        name: 'default',
      },
    },
    [],
  ],
  'v0.16 DataPlane': [
    {
      observabilityPlaneRef: {
        kind: 'ObservabilityPlane',
        name: 'observability',
      },
      gatewayListeners: [
        {
          direction: 'ingress',
          exposure: 'external',
          protocol: 'http',
          host: 'public.example',
          port: 19080,
          gateway: {
            name: 'gateway-default',
            namespace: 'openchoreo-data-plane',
          },
        },
        { protocol: 'https', port: 19443 },
      ],
    },
    [],
  ],
  'v1 ClusterDataPlane': [
    {
      ref: {
        controlPlane: 'default',
        kind: 'ClusterDataPlane',
        name: 'e2e-shared',
      },
      planeID: 'default',
      agentCA: { source: 'none' },
      gatewayListeners: [
        {
          direction: 'ingress',
          exposure: 'external',
          protocol: 'http',
          host: 'e2e-dp.local',
          port: 29080,
          gateway: {
            name: 'gateway-default',
            namespace: 'openchoreo-data-plane',
          },
        },
        { exposure: 'external', protocol: 'https', port: 29443 },
        {
          exposure: 'internal',
          protocol: 'http',
          host: 'e2e-dp-internal.local',
          port: 18080,
        },
      ],
    },
    ['error agent-ca-absent'],
  ],
  'v1 ClusterWorkflowPlane': [
    {
      planeType: 'workflow',
      gatewayPlaneType: 'workflowplane',
      agentCA: inlineCA,
    },
    [],
  ],
  'v1 ClusterObservabilityPlane': [
    {
      planeType: 'observability',
      observerURL: 'http://observer.e2e-op.local:21080',
    },
    [],
  ],
  'v1 DataPlane': [
    {
      uid: '00000000-0000-4000-8000-000000000016',
      resourceVersion: '4711',
      generation: 2,
      observedGeneration: 2,
      creationTimestamp: '2026-11-20T10:00:00Z',
      finalizers: ['openchoreo.dev/dataplane-cleanup'],
      displayName: 'Europe West',
      description: 'Runs the shop in Frankfurt.',
      owner: 'group:default/platform',
      planeID: 'eu-west',
      planeIDValid: true,
      observabilityPlaneRef: {
        kind: 'ClusterObservabilityPlane',
        name: 'default',
      },
      gatewayListeners: [
        {
          direction: 'egress',
          exposure: 'internal',
          protocol: 'tls',
          host: '*.svc.example',
          port: 8443,
        },
      ],
      conditions: [
        {
          type: 'Created',
          status: 'True',
          reason: 'DataPlaneCreated',
          message: 'Dataplane is created',
          lastTransitionTime: '2026-11-20T10:00:01Z',
          observedGeneration: 2,
        },
      ],
      agentConnection: {
        connected: true,
        connectedAgents: 2,
        lastConnectedTime: '2026-11-20T10:01:00Z',
        lastDisconnectedTime: undefined,
        lastHeartbeatTime: '2026-11-21T00:00:30Z',
        message: '2 agents connected (HA mode)',
      },
    },
    [],
  ],
  'v1 WorkflowPlane': [
    {
      agentCA: {
        source: 'secret',
        secretKeyRef: {
          name: 'agent-ca',
          key: 'ca.crt',
          namespace: 'openchoreo',
        },
      },
      observabilityPlaneRef: { name: 'observability' },
    },
    [],
  ],
  'v1 ObservabilityPlane': [
    {
      planeID: 'obs',
      observerURL: 'https://observer.acme.example',
      rcaAgentURL: 'https://rca.acme.example/api/',
      finOpsAgentURL: 'https://finops.acme.example',
    },
    [],
  ],
};

describe('parsePlane, of each kind and generation', () => {
  it('has an expectation for every manifest', () => {
    expect(Object.keys(table)).toEqual(Array.from(manifests.keys()));
  });

  it.each(Object.entries(table))('reads %s', (name, [expected, findings]) => {
    const result = parsePlane(manifests.get(name), { controlPlane: 'default' });
    expect(result).toMatchObject({ ok: true, plane: expected });
    expect(
      result.ok &&
        result.plane.findings.map(
          ({ code, severity }) => `${severity} ${code}`,
        ),
    ).toEqual(findings);
    expect(JSON.stringify(result)).not.toMatch(/planted|BEGIN CERT|cGxhbnRlZ/);
  });
});
