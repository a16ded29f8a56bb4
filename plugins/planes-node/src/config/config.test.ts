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

  it('reads how the cluster gateway is reached', () => {
    const gateway = (value: object) =>
      controlPlanes([{ name: 'default', inCluster: true, gateway: value }])[0]
        ?.gateway;
    expect(
      gateway({
        url: 'https://cluster-gateway:8444/',
        caFile: '/certs/ca.crt',
        certFile: '/certs/tls.crt',
        keyFile: '/certs/tls.key',
        timeout: '40s',
      }),
    ).toEqual({
      url: 'https://cluster-gateway:8444',
      caFile: '/certs/ca.crt',
      certFile: '/certs/tls.crt',
      keyFile: '/certs/tls.key',
      timeoutMs: 40_000,
    });
    expect(gateway({ url: 'https://10.0.0.1:8443/gateway' })).toEqual({
      url: 'https://10.0.0.1:8443/gateway',
      timeoutMs: 35_000,
    });
  });

  it.each<[object, RegExp]>([
    [{}, /controlPlanes\[0\]\.gateway\.url/],
    [
      { url: 'http://localhost:8444' },
      /gateway\.url' is 'http:\/\/localhost:8444': it must be an https URL/,
    ],
    [{ url: 'cluster-gateway:8444' }, /must be an https URL/],
    [{ url: 'no url' }, /must be an https URL/],
    [{ url: 'https://me:hunter2@gw' }, /must not hold a user, password/],
    [{ url: 'https://gw/?token=hunter2' }, /must not hold .* query/],
    [{ url: 'https://gw/#x' }, /must not hold .* fragment/],
    [
      { url: 'https://gw', certFile: 'tls.crt' },
      /gateway' has 'certFile' but no 'keyFile': set both/,
    ],
    [
      { url: 'https://gw', keyFile: 'tls.key' },
      /gateway' has 'keyFile' but no 'certFile'/,
    ],
    [
      { url: 'https://gw', timeout: '30s' },
      /gateway\.timeout' is 30000 ms: it must be more than the 30 seconds/,
    ],
    [{ url: 'https://gw', timeout: 'long' }, /gateway\.timeout/],
    [{ url: 'https://gw', caFile: 7 }, /gateway\.caFile/],
  ])('stops at a wrong gateway: %j', (gateway, message) => {
    const read = () =>
      controlPlanes([{ name: 'default', inCluster: true, gateway }]);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/hunter2/);
  });

  it('reads where agents dial', () => {
    const agentURL = (agentUrl: string) =>
      controlPlanes([{ name: 'default', inCluster: true, agentUrl }])[0]
        ?.agentURL;
    const url = 'wss://cluster-gateway.openchoreo.example.com/ws';
    expect(agentURL(url)).toBe(url);
    expect(agentURL(' ws://10.0.0.1:8443 ')).toBe('ws://10.0.0.1:8443');
  });

  it.each([
    [
      'https://gw/ws',
      /\[0\]\.agentUrl' is 'https:\/\/gw\/ws': it must be a wss URL/,
    ],
    ['cluster-gateway:8443', /it must be a wss URL/],
    ['no url', /it must be a wss URL/],
    ['wss://me:hunter2@gw/ws', /agentUrl' must not hold a user, password/],
    ['wss://gw/ws?token=hunter2', /must not hold .* query/],
    ['wss://gw/ws#hunter2', /must not hold .* fragment/],
    [7, /agentUrl/],
  ])('stops at a wrong URL for agents: %j', (agentUrl, message) => {
    const read = () =>
      controlPlanes([{ name: 'default', inCluster: true, agentUrl }]);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/hunter2/);
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
      livenessIntervalMs: 3_000,
      kubernetesEnabled: false,
    });
  });

  it('reads every key', () => {
    expect(
      planes({
        clusterScopedNamespace: 'planes',
        defaultOwner: 'group:default/platform-team',
        staleAfter: '2m',
        liveness: { interval: { seconds: 1 } },
        kubernetes: { enabled: true },
      }),
    ).toEqual({
      clusterScopedNamespace: 'planes',
      defaultOwner: 'group:default/platform-team',
      staleAfterMs: 120_000,
      livenessIntervalMs: 1_000,
      kubernetesEnabled: true,
    });
  });

  it.each([
    [
      { clusterScopedNamespace: 'a_b' },
      /openchoreo.planes.clusterScopedNamespace/,
    ],
    [{ defaultOwner: 'a b' }, /openchoreo.planes.defaultOwner/],
    [{ staleAfter: 'soon' }, /openchoreo\.planes\.staleAfter' is no duration/],
    [
      { liveness: { interval: '500ms' } },
      /planes\.liveness\.interval' is 500 ms: it must be at least one second/,
    ],
  ])('names the key of what is wrong: %j', (data, message) => {
    expect(() => planes(data)).toThrow(message);
  });
});
