import { agentCA, leaf } from '../__fixtures__/certificates';
import { plane, resource } from '../__testUtils__/planes';
import { Plane } from '../model/plane';
import { parsePlane } from './parsePlane';

const context = { controlPlane: 'default' };

function parse(object: unknown): Plane {
  const result = parsePlane(object, context);
  if (!result.ok) {
    throw new Error(`Not a plane: ${result.error.reason}`);
  }
  return result.plane;
}

function codes({ findings }: Plane): string[] {
  return findings.map(({ code, severity }) => `${severity} ${code}`);
}

const inlineCA = {
  source: 'inline',
  certificates: [{ subject: 'CN=agent-ca-1', isCA: true }],
};
describe('parsePlane', () => {
  it.each([
    ['null', null, { reason: 'not-an-object' }],
    ['a list', [], { reason: 'not-an-object' }],
    ['nothing', {}, { reason: 'other-group', apiVersion: '' }],
    [
      'another group',
      { apiVersion: 'v1', kind: 'Pod' },
      { reason: 'other-group', apiVersion: 'v1' },
    ],
    [
      'the group of v0.2',
      { ...resource({}), apiVersion: 'core.choreo.dev/v1' },
      { reason: 'other-group', apiVersion: 'core.choreo.dev/v1' },
    ],
    [
      'another kind',
      resource({ kind: 'Environment' }),
      { reason: 'other-kind', kind: 'Environment' },
    ],
    ['no metadata', { ...resource({}), metadata: 7 }, { reason: 'no-name' }],
    [
      'a name that is no name',
      resource({ metadata: { name: '../x' } }),
      { reason: 'no-name' },
    ],
    [
      'no uid',
      resource({ metadata: { uid: undefined } }),
      { reason: 'no-uid', name: 'eu-west' },
    ],
    [
      'no namespace',
      resource({ metadata: { namespace: '' } }),
      { reason: 'no-namespace', name: 'eu-west' },
    ],
  ])('refuses %s', (_name, object, error) => {
    expect(parsePlane(object, context)).toEqual({ ok: false, error });
  });

  it('ignores the namespace of a Cluster kind', () => {
    const { ref } = plane({
      kind: 'ClusterDataPlane',
      metadata: { namespace: 'acme' },
    });
    expect(ref.namespace).toBeUndefined();
  });

  it.each([
    ['spec', { spec: undefined }, 'error spec-absent'],
    ['clusterAgent', { spec: {} }, 'error agent-ca-absent'],
    ['clientCA', { spec: { clusterAgent: {} } }, 'error agent-ca-absent'],
    [
      'anything in clientCA',
      { spec: { clusterAgent: { clientCA: {} } } },
      'error agent-ca-absent',
    ],
    [
      'a Secret key',
      {
        spec: { clusterAgent: { clientCA: { secretKeyRef: { name: 'ca' } } } },
      },
      'error agent-ca-absent',
    ],
  ])('marks a plane without %s', (_name, manifest, finding) => {
    const parsed = parse({ ...resource({}), ...manifest });
    expect(parsed.agentCA).toEqual({ source: 'none' });
    expect(codes(parsed)).toEqual([finding]);
  });

  it('warns of a Secret without namespace on a Cluster kind only', () => {
    const spec = {
      planeID: 'a',
      clusterAgent: {
        clientCA: { secretKeyRef: { name: 'ca', key: 'ca.crt' } },
      },
    };
    expect(codes(plane({ spec }))).toEqual([]);
    expect(codes(plane({ kind: 'ClusterWorkflowPlane', spec }))).toEqual([
      'warning agent-ca-secret-without-namespace',
    ]);
  });

  it('does not speak of credentials that an agent has replaced', () => {
    const { access, findings } = plane({
      spec: {
        agent: { enabled: true, clientCA: { value: agentCA } },
        kubernetesCluster: {
          auth: { bearerToken: { secretRef: { name: 's', key: 'k' } } },
        },
      },
    });
    expect({ access, findings }).toEqual({ access: 'agent', findings: [] });
  });

  it('takes the inline CA where there is a Secret too', () => {
    const parsed = plane({
      spec: {
        clusterAgent: {
          clientCA: { value: agentCA, secretKeyRef: { name: 'ca', key: 'k' } },
        },
      },
    });
    expect(parsed.agentCA).toMatchObject(inlineCA);
    expect(codes(parsed)).toEqual(['warning agent-ca-both-sources']);
  });

  it.each([
    ['leaf certificate', leaf, 'warning agent-ca-leaf'],
    ['base64 of PEM', btoa(agentCA), 'error agent-ca-base64'],
    ['words', 'secret words', 'error agent-ca-not-pem'],
    [
      'private key',
      '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----',
      'error agent-ca-private-key',
    ],
    [
      'certificate and key',
      `${agentCA}-----BEGIN PRIVATE KEY-----\nMIGH`,
      'error agent-ca-private-key',
    ],
    [
      'certificate and rest of one',
      `${agentCA}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----`,
      'warning agent-ca-not-pem',
    ],
  ])('finds a %s as the agent CA', (_name, value, finding) => {
    const parsed = plane({ spec: { clusterAgent: { clientCA: { value } } } });
    expect(codes(parsed)).toEqual([finding]);
    expect(parsed.findings[0].field).toBe('spec.clusterAgent.clientCA.value');
    expect(JSON.stringify(parsed)).not.toMatch(/MIGH|secret words|BEGIN PRIV/);
  });

  it('warns of an observability plane whose CA is in a Secret', () => {
    const { findings } = plane({
      kind: 'ObservabilityPlane',
      spec: {
        clusterAgent: { clientCA: { secretKeyRef: { name: 'ca', key: 'k' } } },
        observerURL: 'https://observer.example',
      },
    });
    expect(findings.map(({ code }) => code)).toEqual(['agent-ca-not-inline']);
  });

  it.each([
    ['DataPlane', { planeID: 'eu' }, 'eu', true, []],
    ['DataPlane', {}, 'eu-west', true, []],
    ['DataPlane', { planeID: '' }, 'eu-west', true, []],
    ['DataPlane', { planeID: 42 }, 'eu-west', true, []],
    ['ClusterDataPlane', {}, 'eu-west', true, ['warning plane-id-missing']],
    [
      'DataPlane',
      { planeID: '../../x' },
      '../../x',
      false,
      ['error plane-id-invalid'],
    ],
    [
      'DataPlane',
      { planeID: 'Upper' },
      'Upper',
      false,
      ['error plane-id-invalid'],
    ],
    [
      'DataPlane',
      { planeID: 'a'.repeat(64) },
      'a'.repeat(64),
      false,
      ['error plane-id-invalid'],
    ],
  ])(
    'reads the planeID of a %s with spec %j',
    (kind, spec, planeID, planeIDValid, findings) => {
      const parsed = plane({
        kind,
        spec: { clusterAgent: { clientCA: { value: agentCA } }, ...spec },
      });
      expect(parsed).toMatchObject({ planeID, planeIDValid });
      expect(codes(parsed)).toEqual(findings);
    },
  );

  it('warns where the name is no valid planeID', () => {
    const parsed = plane({
      metadata: { name: 'eu.west' },
      spec: { clusterAgent: { clientCA: { value: agentCA } } },
    });
    expect(parsed.planeIDValid).toBe(false);
    expect(codes(parsed)).toEqual(['warning plane-id-invalid']);
  });

  it.each([
    ['ClusterDataPlane', 'ObservabilityPlane', true],
    ['ClusterDataPlane', 'ClusterObservabilityPlane', false],
    ['DataPlane', 'ClusterObservabilityPlane', false],
    ['DataPlane', 'Observer', true],
  ])('checks that a %s may refer to a %s', (kind, refKind, invalid) => {
    const { findings } = plane({
      kind,
      spec: { observabilityPlaneRef: { kind: refKind, name: 'o' } },
    });
    expect(
      findings.some(({ code }) => code === 'observability-plane-kind-invalid'),
    ).toBe(invalid);
  });

  it.each([
    [undefined, undefined, 1],
    ['observer:8080', undefined, 1],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', undefined, 1],
    ['https://user:pass@observer.example/x', 'https://observer.example/x', 1],
    ['https://observer.example/?token=abc', 'https://observer.example/', 0],
    [' https://observer.example ', 'https://observer.example', 0],
  ])('reads the observer URL %p', (observerURL, expected, findings) => {
    const parsed = plane({ kind: 'ObservabilityPlane', spec: { observerURL } });
    expect(parsed.observerURL).toBe(expected);
    expect(
      parsed.findings.filter(({ code }) => code === 'observer-url-invalid'),
    ).toHaveLength(findings);
    expect(JSON.stringify(parsed)).not.toMatch(/user:|abc|javascript/);
  });

  it('loses only the field that has the wrong type', () => {
    const parsed = plane({
      metadata: {
        annotations: {
          'openchoreo.dev/display-name': 7,
          'openchoreo.dev/description': 'Kept',
        },
        finalizers: [1, 'a/b', null],
        generation: '2',
        creationTimestamp: 'yesterday',
        deletionTimestamp: null,
      },
      spec: {
        planeID: 'kept',
        clusterAgent: { clientCA: { value: agentCA } },
        secretStoreRef: 'default',
        observabilityPlaneRef: ['o'],
        gateway: {
          ingress: { external: { http: { port: '80', host: 'kept.example' } } },
          egress: 'none',
        },
      },
      status: {
        observedGeneration: 1.5,
        conditions: [
          { type: 'Created', status: true },
          'x',
          { type: 'Created', status: 'True', message: 7 },
        ],
        agentConnection: {
          connected: true,
          connectedAgents: 'two',
          lastHeartbeatTime: 7,
        },
      },
    });
    expect(parsed).toEqual({
      ...plane({
        metadata: {
          annotations: { 'openchoreo.dev/description': 'Kept' },
          finalizers: ['a/b'],
        },
        spec: {
          planeID: 'kept',
          clusterAgent: { clientCA: { value: agentCA } },
          gateway: {
            ingress: { external: { http: { host: 'kept.example' } } },
          },
        },
        status: {
          conditions: [{ type: 'Created', status: 'True' }],
          agentConnection: { connected: true, connectedAgents: 1 },
        },
      }),
    });
  });

  it.each([
    ['2026-11-21T00:49:33Z', '2026-11-21T00:49:33Z'],
    ['2026-11-21T00:49:33.000Z', '2026-11-21T00:49:33Z'],
    ['2026-11-21T00:50:28.249193625Z', '2026-11-21T00:50:28.249Z'],
    ['2026-11-21T02:49:33+02:00', '2026-11-21T00:49:33Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['21 Nov 2026', undefined],
    [null, undefined],
  ])('reads the time %p as %p', (creationTimestamp, expected) => {
    expect(plane({ metadata: { creationTimestamp } }).creationTimestamp).toBe(
      expected,
    );
  });

  it.each([
    [
      'a bounded title',
      { 'openchoreo.dev/display-name': 'x'.repeat(10_000) },
      { displayName: `${'x'.repeat(199)}…` },
    ],
    [
      'a title without controls',
      { 'openchoreo.dev/display-name': 'a\u0000b\u202ec\ud800 ' },
      { displayName: 'abc\ufffd' },
    ],
    [
      'no title for white space',
      { 'openchoreo.dev/display-name': ' \n' },
      { displayName: undefined },
    ],
    [
      'a description with its lines',
      { 'openchoreo.dev/description': 'one\ntwo' },
      { description: 'one\ntwo' },
    ],
    ['an owner', { 'backstage.io/owner': 'team-a' }, { owner: 'team-a' }],
    [
      'no owner that the catalog would refuse',
      { 'backstage.io/owner': 'the team!' },
      { owner: undefined },
    ],
  ])('makes %s of annotations', (_name, annotations, expected) => {
    expect(plane({ metadata: { annotations } })).toMatchObject(expected);
  });
});
