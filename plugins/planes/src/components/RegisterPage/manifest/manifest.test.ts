import { v017ControlPlane, v12ControlPlane } from '../__testUtils__/kinds';
import { manifestLines } from './manifestLines';
import { manifestText } from './manifestText';

const PEM = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBXjCCAQSgAwIBAgICASEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAwwKYWdlbnQt',
  'Y2EtMTAgFw0yNjAxMDEwMDAwMDBaGA8yMDU2MDEwMTAwMDAwMFowFTETMBEGA1UE',
  '-----END CERTIFICATE-----',
].join('\n');

describe('manifestLines', () => {
  it('tells keys from values, leaves text of several lines alone, and cuts certificates short', () => {
    const yaml = [
      'metadata:',
      '  name: edge',
      '  annotations:',
      '    openchoreo.dev/description: |-',
      '      kind: of plane',
      'spec:',
      '  clusterAgent:',
      '    value: |',
      ...PEM.split('\n').map(line => `      ${line}`),
      '  list:',
      '    - name: edge',
      '',
    ].join('\n');
    expect(
      manifestLines(yaml).map(({ key, text }) => `${key}|${text}`),
    ).toEqual([
      'metadata:|',
      '  name:|edge',
      '  annotations:|',
      '    openchoreo.dev/description:||-',
      '|      kind: of plane',
      'spec:|',
      '  clusterAgent:|',
      '    value:||',
      '|      -----BEGIN CERTIFICATE-----',
      '|      MIIBXjCCAQSgAwIBAgIC…',
      '|      -----END CERTIFICATE-----',
      '  list:|',
      '    - name:|edge',
    ]);
  });

  it('gives every line an id that stays', () => {
    const before = manifestLines('a: 1\nb: 2\na: 1').map(({ id }) => id);
    const after = manifestLines('a: 1\nb: 3\na: 1').map(({ id }) => id);
    expect(new Set(before).size).toBe(3);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });
});

describe('manifestText', () => {
  const values = {
    controlPlane: 'default',
    kind: 'ClusterDataPlane',
    name: 'edge',
    'agentCA.source': 'secret',
    'agentCA.secretKeyRef.namespace': 'acme',
    'agentCA.secretKeyRef.name': 'edge-ca',
    'agentCA.secretKeyRef.key': 'ca.crt',
  };

  it.each([
    ['before 1.0', v017ControlPlane(), 'secretRef'],
    ['since 1.0', v12ControlPlane(), 'secretKeyRef'],
  ])(
    'grows in the form of the control plane, %s',
    (_name, { kinds }, field) => {
      const served = kinds.find(({ kind }) => kind === values.kind);
      const yaml = manifestText(values, served);
      expect(yaml).toContain('kind: ClusterDataPlane\n');
      expect(yaml).toContain(` ${field}:\n`);
      expect(yaml).not.toContain('planeID');
      expect(manifestText({ ...values, planeID: 'edge-1' }, served)).toContain(
        'planeID: edge-1\n',
      );
    },
  );

  it('waits for the kind and the name', () => {
    const [served] = v12ControlPlane().kinds;
    expect(manifestText({ name: 'edge' }, undefined)).toBeUndefined();
    expect(
      manifestText({ ...values, name: undefined }, served),
    ).toBeUndefined();
    expect(manifestText({ ...values, name: 'a/b' }, served)).toBeUndefined();
  });
});
