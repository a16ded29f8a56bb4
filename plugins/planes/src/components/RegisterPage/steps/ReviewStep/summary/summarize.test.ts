import {
  CertificateFacts,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { summarize } from './summarize';

const LINKS = ['secretStoreRef', 'observabilityPlaneRef'];

const PLANE: RegistrationValues = {
  kind: 'ClusterDataPlane',
  name: 'edge-02',
};

function certificate(subject: string, notAfter: string): CertificateFacts {
  return {
    subject,
    issuer: subject,
    fingerprint: 'AB',
    notBefore: '2026-01-01T12:00:00Z',
    notAfter,
    isCA: true,
    selfSigned: true,
  };
}

const CA = certificate('CN=agent-ca', '2036-11-21T12:00:00Z');
const OLD_CA = certificate('CN=old-ca', '2027-01-01T12:00:00Z');

function textOf(
  values: RegistrationValues,
  options: { certificates?: CertificateFacts[]; fields?: string[] } = {},
): string[] {
  const { certificates = [], fields = [] } = options;
  return summarize(values, {
    certificates,
    hasField: path => fields.includes(path),
  }).map(sentence =>
    sentence
      .map(part => (typeof part === 'string' ? part : `*${part.name}*`))
      .join(''),
  );
}

describe('summarize', () => {
  it('says what is registered, how its agent identifies itself, and what it uses', () => {
    expect(
      textOf(
        {
          ...PLANE,
          controlPlane: 'default',
          displayName: 'Edge 02',
          owner: 'group:default/platform',
          planeID: 'edge-2',
          'agentCA.source': 'inline',
          secretStore: 'vault',
          'observabilityPlaneRef.kind': 'ClusterObservabilityPlane',
          'observabilityPlaneRef.name': 'default',
        },
        { certificates: [OLD_CA, CA], fields: LINKS },
      ),
    ).toEqual([
      'A data plane *edge-02*, shown as *Edge 02*, for all namespaces on control plane *default*.',
      'It belongs to *group:default/platform*.',
      'Its agent identifies itself with planeID *edge-2* and a certificate signed by *CN=agent-ca* (valid until Nov 21, 2036) or 1 more.',
      'Workloads read secrets from *vault*.',
      'It reports to *ClusterObservabilityPlane default*.',
    ]);
  });

  it.each<[string, RegistrationValues, string]>([
    [
      'a kind with a vowel',
      { ...PLANE, kind: 'ClusterObservabilityPlane' },
      'An observability plane *edge-02* for all namespaces.',
    ],
    [
      'a namespace',
      { ...PLANE, kind: 'DataPlane', namespace: 'acme' },
      'A data plane *edge-02* for namespace *acme*.',
    ],
    [
      'a namespace that is missing',
      { ...PLANE, kind: 'DataPlane' },
      'A data plane *edge-02* for namespace *not chosen yet*.',
    ],
    [
      'no planeID, so the name',
      PLANE,
      'Its agent identifies itself with planeID *edge-02* and a certificate, but the CA that signed it is not given.',
    ],
    [
      'a secret of the namespace of the plane',
      {
        ...PLANE,
        kind: 'DataPlane',
        namespace: 'acme',
        'agentCA.source': 'secret',
        'agentCA.secretKeyRef.name': 'agent-ca',
        'agentCA.secretKeyRef.key': 'ca.crt',
      },
      'Its agent identifies itself with planeID *edge-02* and a certificate signed by the CA in key *ca.crt* of Secret *acme/agent-ca*.',
    ],
    [
      'an observer',
      { ...PLANE, observerURL: 'https://observer.test' },
      'Logs, metrics and traces are read at *https://observer.test*.',
    ],
    [
      'a gateway',
      {
        ...PLANE,
        'gateway.ingress.external.namespace': 'edge',
        'gateway.ingress.external.name': 'public',
      },
      'Requests from outside come in through Gateway *edge/public*.',
    ],
    [
      'pull secrets',
      { ...PLANE, imagePullSecretRefs: 'one, two' },
      'It pulls images with *one, two*.',
    ],
  ])('speaks of %s', (_, values, sentence) => {
    expect(textOf(values)).toContain(sentence);
  });

  it('names the secret that is going to be made', () => {
    const values: RegistrationValues = {
      ...PLANE,
      'agentCA.source': 'inline',
      'agentCA.storeIn.namespace': 'openchoreo',
      'agentCA.storeIn.name': 'edge-02-ca',
    };
    expect(textOf(values, { certificates: [CA] })).toContain(
      'Its agent identifies itself with planeID *edge-02* and a certificate signed by *CN=agent-ca* (valid until Nov 21, 2036), which is stored in the new Secret *openchoreo/edge-02-ca*.',
    );
  });

  it.each<[RegistrationValues['kind'], string]>([
    ['ClusterDataPlane', 'Workloads cannot'],
    ['ClusterBuildPlane', 'Workflow runs cannot'],
  ])('says what a %s without links cannot do', (kind, words) => {
    expect(textOf({ ...PLANE, kind }, { fields: LINKS }).slice(-2)).toEqual([
      `${words} read secrets, since no secret store is named.`,
      'It names no observability plane, so OpenChoreo takes the one called *default*, if there is one.',
    ]);
  });
});
