import {
  isRegistrationField,
  type PlaneRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { failure } from './__testUtils__/RegistrationBench';
import { fieldOfPlanePath, fieldOfSecretPath } from './fieldOfPath';
import { problemsOfFailure } from './problemsOfFailure';

const STORE = { namespace: 'agents', name: 'new-agent-ca', key: 'ca.crt' };
const PLANE: PlaneRegistration = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'new',
  agentCA: { source: 'secret', secretKeyRef: STORE },
};
const STORING: PlaneRegistration = {
  ...PLANE,
  agentCA: { source: 'inline', value: 'PEM', storeIn: STORE },
};

describe('fieldOfPlanePath', () => {
  it.each([
    ['metadata.name', 'name'],
    ['metadata.namespace', 'namespace'],
    ['metadata.annotations[backstage.io/owner]', 'owner'],
    ['metadata.annotations.openchoreo.dev/display-name', 'displayName'],
    ['spec.planeID', 'planeID'],
    ['spec.planeId', 'planeID'],
    ['spec.clusterAgent', 'agentCA.source'],
    ['spec.clusterAgent.clientCA.value', 'agentCA.value'],
    ['spec.clusterAgent.clientCA.secretKeyRef', 'agentCA.secretKeyRef.name'],
    ['spec.clusterAgent.clientCA.secretRef.key', 'agentCA.secretKeyRef.key'],
    ['spec.secretStoreRef.name', 'secretStore'],
    ['spec.observabilityPlaneRef', 'observabilityPlaneRef.name'],
    ['spec.observabilityPlaneRef.kind', 'observabilityPlaneRef.kind'],
    ['spec.observerURL', 'observerURL'],
    ['spec.imagePullSecretRefs[3]', 'imagePullSecretRefs'],
    ['spec.gateway.ingress.external', 'gateway.ingress.external.name'],
    [
      'spec.gateway.ingress.external.http',
      'gateway.ingress.external.http.port',
    ],
    [
      'spec.gateway.egress.internal.tls.host',
      'gateway.egress.internal.tls.host',
    ],
  ])('%s is %s', (path, field) => {
    expect(fieldOfPlanePath(path, PLANE)).toBe(field);
    expect(isRegistrationField(field)).toBe(true);
  });

  it('leads to the Secret that is to be made, where one is', () => {
    const path = 'spec.clusterAgent.clientCA.secretKeyRef.name';
    expect(fieldOfPlanePath(path, STORING)).toBe('agentCA.storeIn.name');
  });

  it.each([
    'spec',
    'spec.gateway.publicVirtualHost',
    'status',
    'spec.gatewayx',
  ])('knows no field for %s', path => {
    expect(fieldOfPlanePath(path, PLANE)).toBeUndefined();
  });
});

describe('fieldOfSecretPath', () => {
  it.each([
    ['metadata.name', 'agentCA.storeIn.name'],
    ['metadata.namespace', 'agentCA.storeIn.namespace'],
    ['data[ca crt]', 'agentCA.storeIn.key'],
    ['type', undefined],
  ])('%s is %s', (path, field) => {
    expect(fieldOfSecretPath(path)).toBe(field);
  });
});

describe('problemsOfFailure', () => {
  // As Kubernetes v1.34 says it of a ClusterDataPlane without planeID.
  it('tells of each cause at its field, and not of rules that were not reached', () => {
    const causes = [
      {
        reason: 'FieldValueRequired',
        message: 'Required value',
        field: 'spec.planeID',
      },
      {
        reason: 'FieldValueInvalid',
        message:
          'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
        field: '<nil>',
      },
    ];
    expect(
      problemsOfFailure(failure('invalid', { causes }), PLANE, 'plane'),
    ).toEqual([
      {
        code: 'field-required',
        severity: 'error',
        field: 'planeID',
        message: 'The control plane requires spec.planeID.',
        remedy: 'Fill this in.',
      },
    ]);
  });

  it.each([
    [
      'FieldUnknown',
      'spec.planeId',
      'unknown field "spec.planeId"',
      'field-unknown',
      'The control plane does not know the field spec.planeId.',
    ],
    [
      'FieldValueNotSupported',
      'spec.observabilityPlaneRef.kind',
      'Unsupported value: "Foo": supported values: "ObservabilityPlane"',
      'field-invalid',
      'supported values: "ObservabilityPlane"',
    ],
    [
      'FieldValueInvalid',
      'spec.clusterAgent.clientCA.value',
      'Invalid value: "MIIC"',
      'field-invalid',
      'its value is not right',
    ],
    [
      'FieldValueInvalid',
      'spec.description',
      'Invalid value: "-----BEGIN PRIVATE KEY-----\nMIIC"',
      'field-invalid',
      'Invalid value: "…',
    ],
  ])('%s of %s', (reason, field, message, code, words) => {
    const [problem] = problemsOfFailure(
      failure('invalid', { causes: [{ reason, field, message }] }),
      PLANE,
      'plane',
    );
    expect(problem).toMatchObject({ code, severity: 'error' });
    expect(problem.message).toContain(words);
    expect(problem.message).not.toContain('MIIC');
  });

  it.each([
    ['already-exists', 'plane', 'name', 'DataPlane acme/new', /change that/],
    [
      'already-exists',
      'secret',
      'agentCA.storeIn.name',
      'Secret agents/new-agent-ca',
      /refer to that Secret/,
    ],
    [
      'not-found',
      'plane',
      'namespace',
      'no namespace "acme"',
      /kubectl create namespace acme/,
    ],
    [
      'not-found',
      'secret',
      'agentCA.storeIn.namespace',
      'no namespace "agents"',
      /kubectl create namespace agents/,
    ],
    [
      'forbidden',
      'plane',
      undefined,
      'The portal itself',
      /rbac-registration\.yaml/,
    ],
    [
      'forbidden',
      'secret',
      undefined,
      'Secret agents/new',
      /rbac-registration\.yaml/,
    ],
    ['not-served', 'plane', 'kind', 'does not serve DataPlane', /kind/],
    ['conflict', 'plane', undefined, 'Somebody else', /again/],
    ['invalid', 'plane', undefined, 'It said invalid.', /manifest/],
  ] as const)('%s of the %s', (reason, target, field, words, remedy) => {
    const problems = problemsOfFailure(failure(reason), STORING, target);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining(words),
        remedy: expect.stringMatching(remedy),
      }),
    ]);
    expect(problems[0].field).toBe(field);
  });

  it('blames nobody where there was no answer', () => {
    expect(problemsOfFailure(failure('unavailable'), PLANE, 'plane')).toEqual(
      [],
    );
  });
});
