import { agentCA, leaf } from '../__fixtures__/certificates';
import { registration } from '../__testUtils__/registrations';
import { PLANE_KINDS } from '../model/kinds';
import { validateRegistration } from './validateRegistration';

const PRIVATE_KEY =
  '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIPlantedPlantedPlanted\n-----END EC PRIVATE KEY-----\n';
const endpoint = { name: 'gateway-default', namespace: 'data-plane' };
const clusterSecret = { name: 'agent-ca', key: 'ca.crt', namespace: 'acme' };

const LISTED = expect.stringMatching(/^Remove it; there are /);

function problemsOf(input: unknown) {
  const reading = validateRegistration(input);
  return reading.ok ? [] : reading.problems;
}

/** The field and code of each problem. */
function toldOf(input: unknown): string[] {
  return problemsOf(input).map(({ field, code }) => `${field ?? ''} ${code}`);
}

/** A registration with values that its type does not allow. */
function withValues(values: object, base = registration()): object {
  return { ...base, ...values };
}

function external(values: object): object {
  return withValues({ gateway: { ingress: { external: values } } });
}

describe('validateRegistration', () => {
  it.each(PLANE_KINDS.map(({ kind }) => kind))('accepts a %s', kind => {
    const input = registration({ kind });
    expect(validateRegistration(input)).toEqual({
      ok: true,
      registration: input,
    });
  });

  it('accepts one with all values', () => {
    const listener = { port: 443, host: '*.apps.example', listenerName: 'web' };
    const input = registration({
      displayName: 'Europe – "West": #1',
      description: 'Two\nlines.',
      owner: 'group:default/platform',
      agentCA: {
        source: 'inline',
        value: agentCA,
        storeIn: { name: 'agent-ca', key: 'ca.crt' },
      },
      secretStore: 'default.store',
      observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      gateway: {
        ingress: { external: { ...endpoint, http: listener, tls: listener } },
        egress: { internal: { ...endpoint, https: { port: 1 } } },
      },
      imagePullSecretRefs: ['pull'],
    });
    expect(validateRegistration(input)).toEqual({
      ok: true,
      registration: input,
    });
  });

  it.each([
    [
      'nothing',
      {},
      [
        'controlPlane control-plane-missing',
        'kind kind-missing',
        'name name-missing',
        'agentCA.source agent-ca-absent',
      ],
    ],
    ['no object', 'DataPlane', [' registration-invalid']],
    ['a list', [registration()], [' registration-invalid']],
    ['null', null, [' registration-invalid']],
    [
      'an empty control plane',
      withValues({ controlPlane: ' ' }),
      ['controlPlane control-plane-invalid'],
    ],
    ['another kind', withValues({ kind: 'Plane' }), ['kind kind-invalid']],
    [
      'capitals in the name',
      withValues({ name: 'EU-West' }),
      ['name name-invalid'],
    ],
    [
      'a path for a name',
      withValues({ name: '../../secrets' }),
      ['name name-invalid'],
    ],
    [
      'two dots in the name',
      withValues({ name: 'a..b' }),
      ['name name-invalid'],
    ],
    [
      'a name of 254 characters',
      withValues({ name: 'a'.repeat(254) }),
      ['name name-invalid'],
    ],
    ['a number for a name', withValues({ name: 7 }), ['name name-invalid']],
    [
      'a dot in the namespace',
      withValues({ namespace: 'a.b' }),
      ['namespace namespace-invalid'],
    ],
    [
      'a namespace of 64 characters',
      withValues({ namespace: 'a'.repeat(64) }),
      ['namespace namespace-invalid'],
    ],
    [
      'no namespace',
      withValues({ namespace: undefined }),
      ['namespace namespace-missing'],
    ],
    [
      'a display name of two lines',
      withValues({ displayName: 'a\nb' }),
      ['displayName display-name-invalid'],
    ],
    [
      'an escape in a display name',
      withValues({ displayName: 'a\u001b[31m' }),
      ['displayName display-name-invalid'],
    ],
    [
      'a display name of 201 characters',
      withValues({ displayName: 'a'.repeat(201) }),
      ['displayName display-name-invalid'],
    ],
    [
      'a description of 1001 characters',
      withValues({ description: 'a'.repeat(1001) }),
      ['description description-invalid'],
    ],
    [
      'a key in the description',
      withValues({ description: PRIVATE_KEY }),
      ['description description-invalid'],
    ],
    [
      'an owner that is none',
      withValues({ owner: 'the platform team' }),
      ['owner owner-invalid'],
    ],
    [
      'capitals in the planeID',
      withValues({ planeID: 'EU' }),
      ['planeID plane-id-invalid'],
    ],
    [
      'a planeID of 64 characters',
      withValues({ planeID: 'a'.repeat(64) }),
      ['planeID plane-id-invalid'],
    ],
    [
      'a path for a planeID',
      withValues({ planeID: 'a/../b' }),
      ['planeID plane-id-invalid'],
    ],
    [
      'an empty planeID',
      withValues({ planeID: '' }),
      ['planeID plane-id-missing'],
    ],
    [
      'a name with dots that stands for the planeID',
      { ...registration({ name: 'eu.west' }), planeID: undefined },
      ['planeID plane-id-invalid'],
    ],
    [
      'a long name that stands for the planeID',
      { ...registration({ name: 'a'.repeat(64) }), planeID: undefined },
      ['planeID plane-id-invalid'],
    ],
    [
      'a Cluster kind without planeID',
      { ...registration({ kind: 'ClusterDataPlane' }), planeID: undefined },
      ['planeID plane-id-missing'],
    ],
    [
      'a Cluster kind with namespace',
      registration({ kind: 'ClusterDataPlane', namespace: 'acme' }),
      ['namespace namespace-not-allowed'],
    ],
    [
      'a Cluster kind that refers into a namespace',
      registration({
        kind: 'ClusterWorkflowPlane',
        observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      }),
      ['observabilityPlaneRef.kind observability-plane-kind-invalid'],
    ],
    [
      'a reference without kind',
      withValues({ observabilityPlaneRef: { name: 'obs' } }),
      ['observabilityPlaneRef.kind observability-plane-kind-missing'],
    ],
    [
      'a reference by a string',
      withValues({ observabilityPlaneRef: 'obs' }),
      ['observabilityPlaneRef field-invalid'],
    ],
    [
      'a reference to another kind',
      withValues({ observabilityPlaneRef: { kind: 'DataPlane', name: 'A' } }),
      [
        'observabilityPlaneRef.kind observability-plane-kind-invalid',
        'observabilityPlaneRef.name observability-plane-name-invalid',
      ],
    ],
    [
      'an observability plane without URL',
      {
        ...registration({ kind: 'ObservabilityPlane' }),
        observerURL: undefined,
      },
      ['observerURL observer-url-missing'],
    ],
    [
      'an observer URL without scheme',
      registration({
        kind: 'ObservabilityPlane',
        observerURL: 'observer.example',
      }),
      ['observerURL observer-url-invalid'],
    ],
    [
      'a script for a URL',
      registration({
        kind: 'ObservabilityPlane',
        rcaAgentURL: 'data:text/html,<script>',
      }),
      ['rcaAgentURL rca-agent-url-invalid'],
    ],
    [
      'a URL with credentials',
      registration({
        kind: 'ObservabilityPlane',
        finOpsAgentURL: 'https://me:planted@fin.example',
      }),
      ['finOpsAgentURL fin-ops-agent-url-invalid'],
    ],
    [
      'a bad secret store',
      withValues({ secretStore: 'My Store' }),
      ['secretStore secret-store-invalid'],
    ],
    [
      'bad image pull secrets',
      withValues({ imagePullSecretRefs: ['ok', 'Not Ok', 3] }),
      [
        'imagePullSecretRefs image-pull-secret-ref-invalid',
        'imagePullSecretRefs image-pull-secret-ref-invalid',
      ],
    ],
    [
      'a text for image pull secrets',
      withValues({ imagePullSecretRefs: 'pull' }),
      ['imagePullSecretRefs image-pull-secret-ref-invalid'],
    ],
    [
      'an endless list of image pull secrets',
      withValues({ imagePullSecretRefs: Array(100_000).fill('A') }),
      ['imagePullSecretRefs image-pull-secret-ref-invalid'],
    ],
    [
      'an incomplete endpoint',
      external({ http: {} }),
      [
        'gateway.ingress.external.name gateway-name-missing',
        'gateway.ingress.external.namespace gateway-namespace-missing',
        'gateway.ingress.external.http.port gateway-port-missing',
      ],
    ],
    [
      'port 0',
      external({ ...endpoint, http: { port: 0 } }),
      ['gateway.ingress.external.http.port gateway-port-invalid'],
    ],
    [
      'port 65536',
      external({ ...endpoint, tls: { port: 65_536 } }),
      ['gateway.ingress.external.tls.port gateway-port-invalid'],
    ],
    [
      'a text for a port',
      external({ ...endpoint, tls: { port: '80a' } }),
      ['gateway.ingress.external.tls.port gateway-port-invalid'],
    ],
    [
      'a URL for a host',
      external({ ...endpoint, http: { port: 80, host: 'http://a.example' } }),
      ['gateway.ingress.external.http.host gateway-host-invalid'],
    ],
    [
      'a list for a gateway',
      withValues({ gateway: [] }),
      ['gateway field-invalid'],
    ],
  ])('refuses %s', (_, input, told) => {
    expect(toldOf(input)).toEqual(told);
    for (const { message, remedy, severity } of problemsOf(input)) {
      expect(message).toMatch(/^[A-Z"].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
      expect(message.length).toBeLessThan(200);
      expect(severity).toBe('error');
      expect(`${message}${remedy}`).not.toMatch(/planted/i);
    }
  });

  it.each([
    ['none', undefined, ['agentCA.source agent-ca-absent']],
    ['no source', {}, ['agentCA.source agent-ca-absent']],
    [
      'another source',
      { source: 'vault' },
      ['agentCA.source agent-ca-source-invalid'],
    ],
    ['no value', { source: 'inline' }, ['agentCA.value agent-ca-absent']],
    [
      'an empty value',
      { source: 'inline', value: '' },
      ['agentCA.value agent-ca-absent'],
    ],
    [
      'a number',
      { source: 'inline', value: 1 },
      ['agentCA.value agent-ca-not-pem'],
    ],
    [
      'a megabyte',
      { source: 'inline', value: 'planted'.repeat(150_000) },
      ['agentCA.value agent-ca-too-long'],
    ],
    [
      'a private key',
      { source: 'inline', value: PRIVATE_KEY },
      ['agentCA.value agent-ca-private-key'],
    ],
    [
      'a private key beside the CA',
      { source: 'inline', value: `${agentCA}${PRIVATE_KEY}` },
      ['agentCA.value agent-ca-private-key'],
    ],
    [
      'a private key in base64',
      { source: 'inline', value: btoa(PRIVATE_KEY) },
      ['agentCA.value agent-ca-private-key'],
    ],
    [
      'both sources',
      { source: 'inline', value: agentCA, secretKeyRef: clusterSecret },
      ['agentCA.secretKeyRef agent-ca-both-sources'],
    ],
    [
      'no Secret',
      { source: 'secret' },
      [
        'agentCA.secretKeyRef.name secret-name-missing',
        'agentCA.secretKeyRef.key secret-key-missing',
      ],
    ],
    [
      'a Secret by its old name',
      { source: 'secret', secretRef: clusterSecret },
      [
        'agentCA.secretKeyRef.name secret-name-missing',
        'agentCA.secretKeyRef.key secret-key-missing',
        'agentCA.secretRef unknown-field',
      ],
    ],
    [
      'a bad Secret',
      {
        source: 'secret',
        secretKeyRef: { name: 'A', key: 'a/b', namespace: 'a.b' },
      },
      [
        'agentCA.secretKeyRef.namespace secret-namespace-invalid',
        'agentCA.secretKeyRef.name secret-name-invalid',
        'agentCA.secretKeyRef.key secret-key-invalid',
      ],
    ],
    [
      'a parent directory as key',
      {
        source: 'inline',
        value: agentCA,
        storeIn: { name: 'a', key: '..', namespace: 'a' },
      },
      ['agentCA.storeIn.key secret-key-invalid'],
    ],
    [
      'a Secret without namespace',
      { source: 'secret', secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
      ['agentCA.secretKeyRef.namespace agent-ca-secret-without-namespace'],
    ],
    [
      'a new Secret without namespace',
      {
        source: 'inline',
        value: agentCA,
        storeIn: { name: 'agent-ca', key: 'ca.crt' },
      },
      ['agentCA.storeIn.namespace agent-ca-secret-without-namespace'],
    ],
    ['a leaf, of which the lint tells', { source: 'inline', value: leaf }, []],
    ['a Secret', { source: 'secret', secretKeyRef: clusterSecret }, []],
  ])('reads an agent CA of a Cluster kind that is %s', (_, value, told) => {
    const input = withValues(
      { agentCA: value },
      registration({ kind: 'ClusterDataPlane' }),
    );
    expect(toldOf(input)).toEqual(told);
    expect(JSON.stringify(problemsOf(input))).not.toMatch(
      /planted|MHcCAQ|BEGIN EC/i,
    );
  });

  it('lets a namespaced kind leave out the namespace of a Secret', () => {
    const secretKeyRef = { name: 'agent-ca', key: 'ca.crt' };
    const input = registration({ agentCA: { source: 'secret', secretKeyRef } });
    expect(validateRegistration(input).ok).toBe(true);
  });

  it.each([
    [{ planeId: 'a' }, 'planeId', 'Write "planeID" instead.'],
    [
      { secretStoreRef: { name: 'a' } },
      'secretStoreRef',
      'Write "secretStore" instead.',
    ],
    [{ observerUrl: 'a' }, 'observerUrl', 'Write "observerURL" instead.'],
    [
      { observabiltyPlaneRef: 'a' },
      'observabiltyPlaneRef',
      'Write "observabilityPlaneRef" instead.',
    ],
    [{ clusterAgent: {} }, 'clusterAgent', 'Write "agentCA" instead.'],
    [{ spec: {} }, 'spec', LISTED],
    [{ constructor: 1 }, 'constructor', LISTED],
    [JSON.parse('{"__proto__": {"name": "x"}}'), '__proto__', LISTED],
    [{ ['x'.repeat(300)]: 1 }, `${'x'.repeat(59)}…`, LISTED],
    [{ 'a\nb': 1 }, 'a b', LISTED],
  ])('refuses the unknown field of %j', (values, field, remedy) => {
    const input = Object.assign(Object.create(null), registration());
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(input, name, { value, enumerable: true });
    }
    expect(problemsOf({ ...input })).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        field,
        message: `A registration has no field "${field}".`,
        remedy,
      },
    ]);
  });

  it('refuses unknown fields at any depth, and names the path', () => {
    const values = {
      ...endpoint,
      nameSpace: 'a',
      http: { port: 1, hosts: 'a' },
    };
    expect(toldOf(external(values))).toEqual([
      'gateway.ingress.external.http.hosts unknown-field',
      'gateway.ingress.external.nameSpace unknown-field',
    ]);
  });

  it('does not count thousands of unknown fields', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [`field-${i}`, i]),
    );
    expect(problemsOf({ ...many, ...registration() })).toHaveLength(20);
  });

  it('keeps what is right of a failed reading', () => {
    const input = withValues({
      name: 'Not Right',
      planeID: 'right',
      agentCA: { source: 'inline', value: PRIVATE_KEY },
      gateway: { ingress: { external: { ...endpoint, http: { port: 0 } } } },
      observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      planeId: 'odd',
    });
    expect(validateRegistration(input)).toMatchObject({
      ok: false,
      valid: {
        controlPlane: 'default',
        kind: 'DataPlane',
        namespace: 'acme',
        planeID: 'right',
        observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      },
    });
    const reading = validateRegistration(input);
    expect(Object.keys(reading.ok ? {} : reading.valid)).not.toEqual(
      expect.arrayContaining(['name']),
    );
    expect(JSON.stringify(reading)).not.toMatch(/agentCA":|PRIVATE|gateway":/);
  });

  it('quotes in one line and cut short', () => {
    const [problem] = problemsOf(withValues({ name: `a\n${'b'.repeat(300)}` }));
    expect(problem.message).toBe(
      `The name "a ${'b'.repeat(57)}…" is not valid.`,
    );
  });
});
