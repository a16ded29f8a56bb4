import { kindServedBy, Release, servedBy } from '../__testUtils__/openAPI';
import { registration } from '../__testUtils__/registrations';
import { PlaneKind } from '../model/kinds';
import { checkServedKind } from './checkServedKind';
import {
  PlaneRegistration,
  RegistrationEndpoint,
  RegistrationGateway,
} from './PlaneRegistration';

function told(release: Release, values: Partial<PlaneRegistration>): string[] {
  return checkServedKind(registration(values), servedBy(release)).map(
    ({ severity, field, code }) => `${severity} ${field} ${code}`,
  );
}

const endpoint = { name: 'gateway', namespace: 'data-plane' };
const external: RegistrationEndpoint = {
  ...endpoint,
  https: { port: 443, host: 'a.example' },
};
const hosts: RegistrationGateway = {
  ingress: {
    external,
    internal: { ...endpoint, http: { port: 80, host: 'b.example' } },
  },
};
const ClusterObservabilityPlane = {
  kind: 'ClusterObservabilityPlane',
  name: 'default',
} as const;
const ObservabilityPlane = { kind: 'ObservabilityPlane', name: 'obs' } as const;
const V09_NOTES = ['external', 'internal'].map(
  exposure => `info gateway.ingress.${exposure}.name field-not-written`,
);

describe('checkServedKind', () => {
  it.each<[Release, Partial<PlaneRegistration>]>([
    [
      'v0.9.0',
      { kind: 'BuildPlane', observabilityPlaneRef: ObservabilityPlane },
    ],
    [
      'v0.14.0',
      {
        kind: 'ClusterBuildPlane',
        observabilityPlaneRef: ClusterObservabilityPlane,
      },
    ],
    [
      'v0.14.0',
      { kind: 'ObservabilityPlane', rcaAgentURL: 'https://rca.example' },
    ],
    ['v0.17.0', { kind: 'DataPlane' }],
    [
      'v0.17.0',
      {
        kind: 'DataPlane',
        gateway: hosts,
        imagePullSecretRefs: ['pull'],
        observabilityPlaneRef: ClusterObservabilityPlane,
      },
    ],
    [
      'v1.2.0',
      {
        kind: 'ClusterDataPlane',
        gateway: {
          egress: {
            internal: { ...endpoint, tls: { port: 1, host: '*.example' } },
          },
        },
        secretStore: 'default',
      },
    ],
    [
      'v1.2.0',
      { kind: 'WorkflowPlane', observabilityPlaneRef: ObservabilityPlane },
    ],
    [
      'v1.2.0',
      {
        kind: 'ClusterObservabilityPlane',
        finOpsAgentURL: 'https://finops.example',
      },
    ],
  ])('has nothing to say of what %s serves: %j', (release, values) => {
    expect(told(release, values)).toEqual([]);
  });

  it.each<[Release, Partial<PlaneRegistration>, string[]]>([
    ['v0.9.0', { kind: 'ClusterDataPlane' }, ['error kind kind-not-served']],
    ['v0.17.0', { kind: 'WorkflowPlane' }, ['error kind kind-not-served']],
    ['v1.2.0', { kind: 'BuildPlane' }, ['error kind kind-not-served']],
    [
      'v1.2.0',
      {
        kind: 'DataPlane',
        observerURL: 'https://a.example',
        rcaAgentURL: 'https://a.example',
      },
      [
        'error observerURL field-not-served',
        'error rcaAgentURL field-not-served',
      ],
    ],
    [
      'v0.9.0',
      { kind: 'ObservabilityPlane', rcaAgentURL: 'https://a.example' },
      ['error rcaAgentURL field-not-served'],
    ],
    [
      'v0.17.0',
      { kind: 'ObservabilityPlane', finOpsAgentURL: 'https://a.example' },
      ['error finOpsAgentURL field-not-served'],
    ],
    [
      'v1.2.0',
      {
        kind: 'ObservabilityPlane',
        secretStore: 'default',
        observabilityPlaneRef: ObservabilityPlane,
      },
      [
        'error secretStore field-not-served',
        'error observabilityPlaneRef.name field-not-served',
      ],
    ],
    [
      'v1.2.0',
      { kind: 'DataPlane', imagePullSecretRefs: ['pull'] },
      ['error imagePullSecretRefs field-not-served'],
    ],
    [
      'v1.2.0',
      { kind: 'WorkflowPlane', gateway: hosts },
      ['error gateway.ingress.external.name field-not-served'],
    ],
    [
      'v1.2.0',
      { kind: 'WorkflowPlane', gateway: {} },
      ['error gateway field-not-served'],
    ],
    [
      'v1.2.0',
      {
        kind: 'DataPlane',
        gateway: { ingress: { external: { ...endpoint, tls: { port: 1 } } } },
      },
      ['error gateway.ingress.external.tls.host gateway-host-missing'],
    ],
    [
      'v0.9.0',
      { kind: 'BuildPlane', observabilityPlaneRef: ClusterObservabilityPlane },
      ['error observabilityPlaneRef.kind observability-plane-kind-invalid'],
    ],
    [
      'v0.14.0',
      { kind: 'ClusterBuildPlane', observabilityPlaneRef: ObservabilityPlane },
      ['error observabilityPlaneRef.kind observability-plane-kind-invalid'],
    ],
    ['v0.9.0', { kind: 'DataPlane', gateway: hosts }, V09_NOTES],
    [
      'v0.14.0',
      { kind: 'ClusterDataPlane' },
      [
        'error gateway.ingress.external.https.host gateway-host-missing',
        'error gateway.ingress.internal.https.host gateway-host-missing',
      ],
    ],
    [
      'v0.14.0',
      {
        kind: 'DataPlane',
        gateway: {
          ingress: {
            internal: hosts.ingress?.internal,
            external: { ...endpoint, http: { port: 80 } },
          },
        },
      },
      [
        ...V09_NOTES,
        'error gateway.ingress.external.http.host gateway-host-missing',
      ],
    ],
    [
      'v0.14.0',
      { kind: 'DataPlane', gateway: { ...hosts, egress: { external } } },
      [...V09_NOTES, 'error gateway.egress.external.name field-not-served'],
    ],
    [
      'v0.14.0',
      {
        kind: 'DataPlane',
        gateway: {
          ingress: {
            ...hosts.ingress,
            external: {
              ...external,
              http: { port: 80, host: 'c.example' },
              tls: { port: 1, listenerName: 'x' },
            },
          },
        },
      },
      [
        'error gateway.ingress.external.tls.port field-not-served',
        'error gateway.ingress.external.http.host gateway-hosts-differ',
        'error gateway.ingress.external.tls.listenerName field-not-served',
        ...V09_NOTES,
      ],
    ],
  ])('tells what %s does not serve: %j', (release, values, expected) => {
    expect(told(release, values)).toEqual(expected);
    const problems = checkServedKind(registration(values), servedBy(release));
    for (const { message, remedy } of problems) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
      expect(`${message}${remedy}`).not.toMatch(/undefined/);
    }
  });

  it('names the kinds that are served instead', () => {
    const [problem] = checkServedKind(
      { kind: 'BuildPlane' },
      servedBy('v1.2.0'),
    );
    expect(problem.remedy).toMatch(/^Use one of DataPlane, .*WorkflowPlane/);
    const [none] = checkServedKind({ kind: 'BuildPlane' }, []);
    expect(none.remedy).toMatch(/^Install the CustomResourceDefinitions/);
  });

  it('warns of a kind that another took the place of', () => {
    const superseded = {
      ...kindServedBy('v0.17.0', 'BuildPlane'),
      supersededBy: 'WorkflowPlane' as PlaneKind,
    };
    const values = registration({ kind: 'BuildPlane' });
    expect(checkServedKind(values, [superseded])).toMatchObject([
      {
        code: 'kind-superseded',
        severity: 'warning',
        field: 'kind',
        remedy: 'Register a WorkflowPlane instead.',
      },
    ]);
  });

  it('refuses kinds whose planes hold credentials', () => {
    const before = {
      kind: 'DataPlane',
      fields: ['kubernetesCluster', 'agent', 'agent.clientCA'],
      requiredFields: [],
      observabilityPlaneRefIsString: false,
    } as const;
    expect(checkServedKind(registration(), [before])).toMatchObject([
      { code: 'kind-without-agents', severity: 'error', field: 'kind' },
    ]);
  });

  it('wants the planeID where a kind requires it', () => {
    const strict = {
      ...kindServedBy('v1.2.0', 'DataPlane'),
      requiredFields: ['planeID'],
    };
    const values = { ...registration(), planeID: undefined };
    expect(checkServedKind(values, [strict])).toMatchObject([
      { code: 'plane-id-missing', field: 'planeID' },
    ]);
  });

  it('says nothing while no kind is chosen', () => {
    expect(checkServedKind({ name: 'a' }, servedBy('v1.2.0'))).toEqual([]);
  });
});
