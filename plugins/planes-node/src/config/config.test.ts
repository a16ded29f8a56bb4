import { ConfigReader } from '@backstage/config';
import { readControlPlanesConfig, readPlanesConfig } from '.';

const controlPlanes = (entries: object[]) =>
  readControlPlanesConfig(
    new ConfigReader({ openchoreo: { controlPlanes: entries } }),
  );
const kubeconfig = { file: '/etc/kube/config' };

describe('readControlPlanesConfig', () => {
  it('reads each way to a control plane', () => {
    expect(
      controlPlanes([
        { name: 'default', kubeconfig: { ...kubeconfig, context: 'cp' } },
        { name: 'edge', inCluster: true, namespaces: ['acme', 'acme'] },
      ]),
    ).toEqual([
      {
        name: 'default',
        connection: {
          type: 'kubeconfig',
          file: '/etc/kube/config',
          context: 'cp',
        },
      },
      {
        name: 'edge',
        connection: { type: 'in-cluster' },
        namespaces: ['acme'],
      },
    ]);
  });

  it('has no control planes where none are configured', () => {
    expect(readControlPlanesConfig(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    [[{ kubeconfig }], /openchoreo.controlPlanes\[0\].name/],
    [
      [{ name: 'EU', kubeconfig }],
      /controlPlanes\[0\]\.name' is 'EU': it must be lower-case/,
    ],
    [
      [
        { name: 'a', kubeconfig },
        { name: 'a', inCluster: true },
      ],
      /controlPlanes\[1\]\.name' is 'a', like that of another/,
    ],
    [
      [{ name: 'a' }],
      /either 'kubeconfig.file' or 'inCluster: true', not neither/,
    ],
    [[{ name: 'a', kubeconfig, inCluster: true }], /not both/],
    [[{ name: 'a', kubeconfig: {} }], /kubeconfig.file/],
    [[{ name: 'a', inCluster: true, namespaces: [] }], /namespaces' is empty/],
    [
      [{ name: 'a', inCluster: true, namespaces: ['ok', '../x'] }],
      /namespaces\[1\]' is '\.\.\/x'/,
    ],
  ])('names the key of what is wrong: %j', (entries, message) => {
    expect(() => controlPlanes(entries)).toThrow(message);
  });
});

describe('readPlanesConfig', () => {
  const planes = (data: object) =>
    readPlanesConfig(new ConfigReader({ openchoreo: { planes: data } }));

  it('has defaults', () => {
    expect(readPlanesConfig(new ConfigReader({}))).toEqual({
      clusterScopedNamespace: 'default',
      defaultOwner: 'unknown',
      staleAfterMs: 300_000,
    });
  });

  it('reads every key', () => {
    expect(
      planes({
        clusterScopedNamespace: 'planes',
        defaultOwner: 'group:default/platform-team',
        staleAfter: '2m',
      }),
    ).toEqual({
      clusterScopedNamespace: 'planes',
      defaultOwner: 'group:default/platform-team',
      staleAfterMs: 120_000,
    });
  });

  it.each([
    [
      { clusterScopedNamespace: 'a_b' },
      /openchoreo.planes.clusterScopedNamespace/,
    ],
    [{ defaultOwner: 'a b' }, /openchoreo.planes.defaultOwner/],
    [{ staleAfter: 'soon' }, /staleAfter/],
  ])('names the key of what is wrong: %j', (data, message) => {
    expect(() => planes(data)).toThrow(message);
  });
});
