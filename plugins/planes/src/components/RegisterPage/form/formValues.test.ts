import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import { v017ControlPlane, v12ControlPlane } from '../__testUtils__/kinds';
import { changeValues, MAX_VALUE_LENGTH, valuesOfKind } from './formValues';
import { holdsPrivateKey } from './holdsPrivateKey';

const KEY =
  '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----\n';

const EVERYTHING: RegistrationValues = {
  namespace: 'acme',
  name: 'edge',
  planeID: 'edge',
  'agentCA.source': 'secret',
  'agentCA.secretKeyRef.name': 'ca',
  secretStore: 'vault',
  'observabilityPlaneRef.kind': 'ObservabilityPlane',
  'observabilityPlaneRef.name': 'default',
  observerURL: 'https://observer.test',
  finOpsAgentURL: 'https://finops.test',
  imagePullSecretRefs: 'pull',
  'gateway.ingress.external.name': 'gateway',
};

const COMMON = [
  'name',
  'planeID',
  'agentCA.source',
  'agentCA.secretKeyRef.name',
];

function find(controlPlane: ReturnType<typeof v12ControlPlane>, kind: string) {
  const served = controlPlane.kinds.find(candidate => candidate.kind === kind);
  if (!served) {
    throw new Error(`The control plane does not serve ${kind}`);
  }
  return served;
}

describe('changeValues', () => {
  it('takes changes, and what is empty away', () => {
    expect(
      changeValues({ name: 'a', owner: 'b' }, { name: '', planeID: 'c' }),
    ).toEqual({ owner: 'b', planeID: 'c' });
  });

  it('does not keep what nobody can mean', () => {
    const values = { name: 'a', 'agentCA.value': 'before' };
    expect(changeValues(values, { 'agentCA.value': KEY, name: 'b' })).toEqual({
      name: 'b',
      'agentCA.value': 'before',
    });
    expect(
      changeValues(values, { name: 'x'.repeat(MAX_VALUE_LENGTH + 1) }),
    ).toEqual(values);
  });
});

describe('holdsPrivateKey', () => {
  it.each([
    ['PEM', KEY, true],
    ['PEM beside a certificate', `-----BEGIN CERTIFICATE-----\n${KEY}`, true],
    ['PEM encoded once more', btoa(KEY), true],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMII', false],
    ['nothing', '', false],
  ])('%s', (_name, text, holds) => {
    expect(holdsPrivateKey(text)).toBe(holds);
  });
});

describe('valuesOfKind', () => {
  it.each([
    [
      'DataPlane',
      v12ControlPlane(),
      [
        ...COMMON,
        'namespace',
        'secretStore',
        'observabilityPlaneRef.kind',
        'observabilityPlaneRef.name',
        'gateway.ingress.external.name',
      ],
    ],
    [
      'ClusterDataPlane',
      v017ControlPlane(),
      [
        ...COMMON,
        'secretStore',
        'imagePullSecretRefs',
        'gateway.ingress.external.name',
      ],
    ],
    ['ClusterWorkflowPlane', v12ControlPlane(), [...COMMON, 'secretStore']],
    [
      'ObservabilityPlane',
      v12ControlPlane(),
      [...COMMON, 'namespace', 'observerURL', 'finOpsAgentURL'],
    ],
    [
      'ClusterObservabilityPlane',
      v017ControlPlane(),
      [...COMMON, 'observerURL'],
    ],
  ])(
    'keeps of all values those that a %s has',
    (kind, controlPlane, fields) => {
      const kept = valuesOfKind(EVERYTHING, find(controlPlane, kind));
      expect(Object.keys(kept).sort()).toEqual([...fields].sort());
    },
  );
});
