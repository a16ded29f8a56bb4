import {
  agentCA,
  leaf,
  otherCA,
  selfSignedLeaf,
  shortCA,
} from '../__fixtures__/certificates';
import { servedBy } from '../__testUtils__/openAPI';
import { plane } from '../__testUtils__/planes';
import {
  inline,
  inSecret,
  namespaced,
  observability,
  observedBy,
  review,
  ReviewContext,
  secretKeyRef,
  servedAfterUpgrade,
} from '../__testUtils__/registrationReviews';
import { Plane } from '../model/plane';
import { helmInstallation } from '../commands/agentInstallation';
import { buildPlaneManifest } from './planeManifest';

const BEFORE_CAS = new Date('2025-12-01T00:00:00Z');
const IN_2027 = new Date('2027-01-01T00:00:00Z');
const PRIVATE_KEY =
  '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA==\n-----END EC PRIVATE KEY-----\n';
const REQUEST =
  '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n';

function existing(planeID: string, value: string, name = 'us-east'): Plane {
  return plane({
    kind: 'ClusterDataPlane',
    metadata: { name },
    spec: { planeID, clusterAgent: { clientCA: { value } } },
  });
}

interface Mistake extends Partial<ReviewContext> {
  /** What differs from a registration of which there is nothing to say; undefined removes a field. */
  readonly given: object;
  readonly field: string;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly says: RegExp;
  readonly remedy: RegExp;
}

const MISTAKES: [name: string, mistake: Mistake][] = [
  // The agent CA.
  [
    'no agent CA',
    {
      given: { agentCA: undefined },
      field: 'agentCA.source',
      says: /agent CA/,
      remedy: /PEM|Secret/,
    },
  ],
  [
    'an empty agent CA (the API server accepts "clientCA: {}")',
    {
      given: { agentCA: {} },
      field: 'agentCA.source',
      says: /agent CA/,
      remedy: /PEM|Secret/,
    },
  ],
  [
    'an empty text for the agent CA',
    {
      given: inline(''),
      field: 'agentCA.value',
      says: /agent CA is missing/,
      remedy: /PEM/,
    },
  ],
  [
    'the certificate of the agent (tls.crt) instead of its CA (ca.crt)',
    {
      given: inline(leaf),
      field: 'agentCA.value',
      severity: 'warning',
      says: /not the certificate of a CA/,
      remedy: /certificate of the CA that signs the agent certificates/,
    },
  ],
  [
    'a certificate that signed itself, which works until it is renewed',
    {
      given: inline(selfSignedLeaf),
      field: 'agentCA.value',
      severity: 'warning',
      says: /renewing that certificate locks it out/,
      remedy: /certificate of the CA/,
    },
  ],
  [
    'a PEM text in base64, as Secrets show it and the documentation says',
    {
      given: inline(btoa(agentCA)),
      field: 'agentCA.value',
      says: /cannot be used/,
      remedy: /base64 -d/,
    },
  ],
  [
    'the private key of the agent',
    {
      given: inline(PRIVATE_KEY),
      field: 'agentCA.value',
      says: /holds a private key/,
      remedy: /CA certificate alone/,
    },
  ],
  [
    'the private key of the agent in base64, as Secrets show it',
    {
      given: inline(btoa(PRIVATE_KEY)),
      field: 'agentCA.value',
      says: /holds a private key/,
      remedy: /CA certificate alone/,
    },
  ],
  [
    'a private key beside the CA',
    {
      given: inline(agentCA + PRIVATE_KEY),
      field: 'agentCA.value',
      says: /holds a private key/,
      remedy: /replace the key/,
    },
  ],
  [
    'an agent CA that is no certificate',
    {
      given: inline('not a certificate'),
      field: 'agentCA.value',
      says: /holds no line BEGIN CERTIFICATE/,
      remedy: /PEM text of the CA certificate/,
    },
  ],
  [
    'a certificate request',
    {
      given: inline(REQUEST),
      field: 'agentCA.value',
      says: /certificate request, not a certificate/,
      remedy: /PEM text of the CA certificate/,
    },
  ],
  [
    'a certificate whose line breaks are lost',
    {
      given: inline(agentCA.replaceAll('\n', ' ')),
      field: 'agentCA.value',
      says: /line breaks are lost/,
      remedy: /as it is/,
    },
  ],
  [
    'a paste of a megabyte',
    {
      given: inline(agentCA.repeat(2000)),
      field: 'agentCA.value',
      says: /longer than 65536 characters/,
      remedy: /only the certificates/,
    },
  ],
  [
    'an expired agent CA',
    {
      given: inline(shortCA),
      now: IN_2027,
      field: 'agentCA.value',
      says: /expired on 2026-12-15/,
      remedy: /new certificate/,
    },
  ],
  [
    'an agent CA that expires soon',
    {
      given: inline(shortCA),
      field: 'agentCA.value',
      severity: 'warning',
      says: /expires on 2026-12-15/,
      remedy: /new certificate/,
    },
  ],
  [
    'an agent CA that is not valid yet',
    {
      given: inline(agentCA),
      now: BEFORE_CAS,
      field: 'agentCA.value',
      says: /valid only from 2026-01-01/,
      remedy: /check the clock/,
    },
  ],
  [
    'an agent CA as text and as Secret together (the API server accepts it)',
    {
      given: {
        agentCA: { source: 'inline', value: agentCA, secretKeyRef },
      },
      field: 'agentCA.secretKeyRef',
      says: /twice/,
      remedy: /either/,
    },
  ],
  [
    'a Secret without namespace for a Cluster kind (the API server accepts it)',
    {
      given: { agentCA: inSecret },
      field: 'agentCA.secretKeyRef.namespace',
      says: /namespace/,
      remedy: /namespace/i,
    },
  ],
  [
    'a new Secret without namespace for a Cluster kind',
    {
      given: {
        agentCA: { ...inline(agentCA).agentCA, storeIn: secretKeyRef },
      },
      field: 'agentCA.storeIn.namespace',
      says: /namespace/,
      remedy: /namespace/i,
    },
  ],
  [
    'secretRef, as it was before v1.0, instead of secretKeyRef',
    {
      given: {
        agentCA: {
          source: 'secret',
          secretRef: { ...secretKeyRef, namespace: 'acme' },
        },
      },
      field: 'agentCA.secretRef',
      says: /no field "secretRef"/,
      remedy: /"secretKeyRef"/,
    },
  ],
  [
    'the agent CA of an observability plane in a Secret, which the controllers do not read',
    {
      given: {
        ...observability,
        agentCA: {
          source: 'secret',
          secretKeyRef: { ...secretKeyRef, namespace: 'acme' },
        },
      },
      field: 'agentCA.secretKeyRef.name',
      severity: 'warning',
      says: /only if its CA is inline/,
      remedy: /in the resource instead of a Secret/,
    },
  ],
  [
    'an agent CA that is in use under another planeID',
    {
      given: {},
      planes: [existing('us-east', agentCA)],
      field: 'agentCA.value',
      severity: 'warning',
      says: /also that of ClusterDataPlane us-east \(planeID "us-east"\)/,
      remedy: /a CA of its own/,
    },
  ],
  // The planeID.
  [
    'planeId, as the documentation has it, instead of planeID',
    {
      given: { planeID: undefined, planeId: 'edge-02' },
      field: 'planeId',
      says: /no field "planeId"/,
      remedy: /"planeID"/,
    },
  ],
  [
    'a Cluster kind without planeID',
    {
      given: { planeID: undefined },
      field: 'planeID',
      says: /planeID/,
      remedy: /planeID/,
    },
  ],
  [
    'a ClusterBuildPlane without planeID, of which the documentation says that it has a default',
    {
      given: { kind: 'ClusterBuildPlane', planeID: undefined },
      served: servedBy('v0.17.0'),
      field: 'planeID',
      says: /planeID/,
      remedy: /planeID/,
    },
  ],
  [
    'a planeID that is too long',
    {
      given: { planeID: 'a'.repeat(64) },
      field: 'planeID',
      says: /planeID/,
      remedy: /at most 63/,
    },
  ],
  [
    'a planeID with capitals',
    {
      given: { planeID: 'Edge-02' },
      field: 'planeID',
      says: /"Edge-02"/,
      remedy: /lower-case/,
    },
  ],
  [
    "a planeID that reaches into another plane's path",
    {
      given: { planeID: '../us-east' },
      field: 'planeID',
      says: /planeID/,
      remedy: /letters, digits and hyphens/,
    },
  ],
  [
    'a planeID that another plane has, too',
    {
      given: {},
      planes: [existing('edge-02', agentCA)],
      field: 'planeID',
      severity: 'info',
      says: /share their agents/,
      remedy: /views of one cluster/,
    },
  ],
  // Names.
  [
    'a name that is taken, which an apply on the server would adopt',
    {
      given: {},
      planes: [existing('other', otherCA, 'edge-02')],
      field: 'name',
      says: /There is a ClusterDataPlane edge-02 already/,
      remedy: /another name/,
    },
  ],
  [
    'a name with slashes and dots',
    {
      given: { name: '../../secrets' },
      field: 'name',
      says: /name/,
      remedy: /letters, digits, hyphens and dots/,
    },
  ],
  [
    'a namespaced kind without namespace',
    {
      given: { kind: 'DataPlane' },
      field: 'namespace',
      says: /namespace/,
      remedy: /namespace/i,
    },
  ],
  [
    'a Cluster kind with a namespace',
    {
      given: { namespace: 'acme' },
      field: 'namespace',
      says: /namespace/,
      remedy: /namespace|DataPlane/i,
    },
  ],
  // The kind.
  [
    'a kind of a later release',
    {
      given: { kind: 'ClusterWorkflowPlane' },
      served: servedBy('v0.17.0'),
      field: 'kind',
      says: /ClusterWorkflowPlane/,
      remedy: /ClusterBuildPlane/,
    },
  ],
  [
    'a kind of an earlier release',
    {
      given: { kind: 'ClusterBuildPlane' },
      field: 'kind',
      says: /ClusterBuildPlane/,
      remedy: /ClusterWorkflowPlane/,
    },
  ],
  [
    'a kind that an upgrade left behind, and that nothing reconciles',
    {
      given: { kind: 'ClusterBuildPlane' },
      served: servedAfterUpgrade,
      field: 'kind',
      severity: 'warning',
      says: /ClusterBuildPlane/,
      remedy: /ClusterWorkflowPlane/,
    },
  ],
  // The links.
  [
    'no secret store',
    {
      given: { secretStore: undefined },
      field: 'secretStore',
      severity: 'warning',
      says: /workloads cannot read secrets/,
      remedy: /ClusterSecretStore/,
    },
  ],
  [
    'an observability plane that does not exist, which no controller reports',
    {
      given: {
        ...observedBy('ClusterObservabilityPlane', 'gone'),
      },
      field: 'observabilityPlaneRef.name',
      severity: 'warning',
      says: /refers to ClusterObservabilityPlane gone, which does not exist/,
      remedy: /refer to one that exists/,
    },
  ],
  [
    'an observability plane of another namespace',
    {
      given: {
        ...namespaced,
        ...observedBy('ObservabilityPlane', 'theirs'),
      },
      planes: [
        plane({
          kind: 'ObservabilityPlane',
          metadata: { name: 'theirs', namespace: 'globex' },
        }),
      ],
      field: 'observabilityPlaneRef.name',
      severity: 'warning',
      says: /ObservabilityPlane acme\/theirs, which does not exist/,
      remedy: /refer to one that exists/,
    },
  ],
  [
    'a namespaced observability plane for a Cluster kind',
    {
      given: {
        ...observedBy('ObservabilityPlane', 'default'),
      },
      field: 'observabilityPlaneRef.kind',
      says: /ObservabilityPlane/,
      remedy: /ClusterObservabilityPlane/,
    },
  ],
  [
    'an observability plane without kind, of which the documentation says that it has a default',
    {
      given: { observabilityPlaneRef: { name: 'default' } },
      field: 'observabilityPlaneRef.kind',
      says: /kind of the observability plane is missing/,
      remedy: /ClusterObservabilityPlane/,
    },
  ],
  [
    'an observability plane as a string, as before v0.15',
    {
      given: { observabilityPlaneRef: 'default' },
      field: 'observabilityPlaneRef',
      says: /not an object/,
      remedy: /kind, name/,
    },
  ],
  [
    'a Cluster observability plane before v0.15, where its name alone is written',
    {
      given: {
        ...namespaced,
        kind: 'BuildPlane',
        ...observedBy('ClusterObservabilityPlane', 'default'),
      },
      served: servedBy('v0.14.0'),
      field: 'observabilityPlaneRef.kind',
      says: /always means an ObservabilityPlane in its own namespace/,
      remedy: /of the same namespace/,
    },
  ],
  [
    'an observer URL that is none (the API server accepts it)',
    {
      given: { ...observability, observerURL: 'observer.example' },
      field: 'observerURL',
      says: /observer URL/,
      remedy: /http or https URL/,
    },
  ],
  [
    'an observer URL with a password',
    {
      given: { ...observability, observerURL: 'https://me:pw@obs.example' },
      field: 'observerURL',
      says: /observer URL/,
      remedy: /without user name and password/,
    },
  ],
  [
    'an observability plane without observer URL',
    {
      given: { ...observability, observerURL: undefined },
      field: 'observerURL',
      says: /observer ?URL/,
      remedy: /URL/,
    },
  ],
  [
    'image pull secrets, which are gone since v1.0',
    {
      given: { imagePullSecretRefs: ['registry'] },
      field: 'imagePullSecretRefs',
      says: /image pull secrets|imagePullSecretRefs/i,
      remedy: /./,
    },
  ],
];

describe('a documented mistake is told with what to do about it:', () => {
  it.each(MISTAKES)('%s', (_name, mistake) => {
    const { field, severity = 'error', says, remedy } = mistake;
    expect(review(mistake.given, mistake).problems).toEqual([
      {
        code: expect.stringMatching(/^[a-z0-9-]+$/),
        field,
        severity,
        message: expect.stringMatching(says),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  it('a planeID that another plane has, with another agent CA, whose agents do not serve both', () => {
    const { problems } = review({}, { planes: [existing('edge-02', otherCA)] });
    expect(problems.map(p => `${p.severity} ${p.field} ${p.code}`)).toEqual([
      'warning planeID plane-id-other-agent-ca',
      'info planeID plane-id-shared',
    ]);
    expect(problems[0].message).toMatch(
      /ClusterDataPlane us-east has the planeID "edge-02" too/,
    );
    expect(problems[0].remedy).toMatch(/agent CA of that plane/);
  });

  it('quotes nothing of a key or certificate, and ends every sentence', () => {
    for (const [, mistake] of MISTAKES) {
      for (const { message, remedy = '' } of review(mistake.given, mistake)
        .problems) {
        expect(message + remedy).not.toMatch(/MII|MHc|LS0t|undefined|\bspec\./);
        expect(message).toMatch(/^[A-Z"].*\.$/);
        expect(remedy).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('a documented mistake that the portal keeps from being made:', () => {
  it.each([
    ['secretRef', servedBy('v0.17.0'), 'ClusterBuildPlane'],
    ['secretKeyRef', servedBy('v1.2.0'), 'ClusterWorkflowPlane'],
  ] as const)('the Secret is named in %s', (name, served, kind) => {
    const ref = { ...secretKeyRef, namespace: 'acme' };
    const given = { kind, agentCA: { ...inSecret, secretKeyRef: ref } };
    const { registration, problems } = review(given, { served });
    const servedKind = served.find(one => one.kind === kind);
    expect(problems).toEqual([]);
    expect(
      registration &&
        servedKind &&
        buildPlaneManifest(registration, servedKind).spec.clusterAgent,
    ).toEqual({ clientCA: { [name]: ref } });
  });

  it('the agent is installed with the planeID of the plane, as clusterAgent.planeID', () => {
    const { registration } = review({});
    const { planeID = '' } = registration ?? {};
    const commands = helmInstallation({
      gatewayPlaneType: 'dataplane',
      planeID,
    });
    expect(commands.map(({ command }) => command).join('\n')).toMatch(
      /--set clusterAgent\.planeID=edge-02 /,
    );
  });
});
