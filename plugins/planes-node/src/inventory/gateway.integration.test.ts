import { mockServices } from '@backstage/backend-test-utils';
import {
  startTestControlPlane,
  startTestGateway,
  type TestControlPlane,
  type TestGateway,
} from '@openchoreo-planes/control-plane-sim';
import type { PlaneRef } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ControlPlaneConfig } from '../config';
import { tunnelAddress } from '../gateway';
import { DefaultClusterGateways } from '../gateway/DefaultClusterGateways';
import { DefaultPlaneInventory } from './DefaultPlaneInventory';

jest.setTimeout(60_000);

const clientCA = { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } };
const ref = (name: string): PlaneRef => ({
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name,
});
const address = (name: string, planeID = name) => ({
  planeType: 'dataplane' as const,
  planeID,
  namespace: 'acme',
  name,
});

describe('DefaultPlaneInventory with a cluster gateway', () => {
  let controlPlane: TestControlPlane;
  let gateway: TestGateway;
  let gateways: DefaultClusterGateways;
  let inventory: DefaultPlaneInventory;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    await controlPlane.client.createNamespace('acme');
    for (const name of ['eu', 'us', 'other-ca']) {
      await controlPlane.client.create({
        apiVersion: 'openchoreo.dev/v1alpha1',
        kind: 'DataPlane',
        metadata: { name, namespace: 'acme' },
        spec: {
          planeID: name === 'us' ? 'us' : 'eu',
          clusterAgent: { clientCA },
        },
      });
    }
    gateway = await startTestGateway({
      planes: [
        address('eu'),
        { ...address('other-ca', 'eu'), authorised: false },
        { ...address('us'), agents: 2 },
      ],
    });
    const controlPlanes: ControlPlaneConfig[] = [
      {
        name: 'default',
        connection: { type: 'kubeconfig', file: controlPlane.kubeconfigFile },
        gateway: {
          url: gateway.url,
          caFile: gateway.caFile,
          certFile: gateway.certFile,
          keyFile: gateway.keyFile,
          timeoutMs: 35_000,
        },
      },
    ];
    gateways = DefaultClusterGateways.create(controlPlanes);
    inventory = DefaultPlaneInventory.create({
      controlPlanes,
      gateways,
      livenessIntervalMs: 50,
      logger: mockServices.logger.mock(),
    });
    inventory.start();
  });

  afterAll(async () => {
    await inventory?.stop();
    gateways?.close();
    await gateway?.stop();
    await controlPlane?.stop();
  });

  function until(condition: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const unsubscribe = inventory.subscribe(check);
      function check() {
        if (condition()) {
          unsubscribe();
          resolve();
        }
      }
      check();
    });
  }

  const liveness = (name: string) => inventory.livenessOf(ref(name));

  it('follows agents, and asks whether they are authorised', async () => {
    await until(
      () =>
        liveness('eu')?.authorised === true &&
        liveness('other-ca')?.authorised === false &&
        liveness('us')?.connectedAgents === 2,
    );
    expect(inventory.gatewayOf('default').state).toBe('live');

    gateway.setAgents('dataplane', 'us', 0);
    await until(() => liveness('us')?.connected === false);
    gateway.setAgents('dataplane', 'us', 1);
    await until(() => liveness('us')?.connectedAgents === 1);
    expect(liveness('us')?.since).toBeDefined();
  });

  it('reads a plane through the tunnel', async () => {
    const { signal } = new AbortController();
    const plane = inventory.get(ref('eu'));
    const outcome =
      plane &&
      (await gateways
        .get('default')
        ?.get(tunnelAddress(plane), { path: ['version'] }, { signal }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { major: expect.any(String) },
    });
    const refused = inventory.get(ref('other-ca'));
    expect(
      refused &&
        (await gateways
          .get('default')
          ?.get(tunnelAddress(refused), { path: ['version'] }, { signal })),
    ).toMatchObject({ ok: false, failure: { reason: 'not-authorised' } });
  });

  it('falls back while the gateway is down, and notices a certificate that is refused', async () => {
    await gateway.stopServer();
    await until(() => inventory.gatewayOf('default').state === 'unreachable');
    expect(liveness('eu')).toBeUndefined();
    await gateway.startServer();
    await until(() => inventory.gatewayOf('default').state === 'live');
    expect(liveness('eu')).toBeDefined();

    await gateway.stopServer();
    gateway.refuseCertificates(true);
    await gateway.startServer();
    await until(() => inventory.gatewayOf('default').state === 'refused');
    expect(inventory.gatewayOf('default').error).toMatch(
      /refuses the client certificate of the portal/,
    );
  });
});
