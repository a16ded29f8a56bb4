import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createNoopMeter, metrics } from '@opentelemetry/api';
import { clusterGatewaysServiceRef } from '../gateway';
import { planeInventoryServiceRef } from './planeInventoryServiceRef';
import type { PlaneInventory } from './types';

jest.setTimeout(60_000);

/** What a plugin of a backend sees of the inventory when it begins. */
function spy(pluginId: string, onInit: (inventory: PlaneInventory) => void) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          gateways: clusterGatewaysServiceRef,
          inventory: planeInventoryServiceRef,
          logger: coreServices.logger,
        },
        init: async ({ inventory }) => onInit(inventory),
      });
    },
  });
}

describe('planeInventoryServiceRef', () => {
  const meter = createNoopMeter();
  const getMeter = jest.fn(() => meter);
  const createHistogram = jest.spyOn(meter, 'createHistogram');
  let silent: Server;
  let folder: string;

  beforeAll(async () => {
    metrics.setGlobalMeterProvider({ getMeter });
    folder = await mkdtemp(join(tmpdir(), 'plane-inventory-'));
    // Accepts connections and says nothing.
    silent = createServer(socket => socket.on('error', () => {}));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });

  afterAll(async () => {
    metrics.disable();
    silent.close();
    await rm(folder, { recursive: true });
  });

  async function start(server: string) {
    const file = join(folder, 'kubeconfig');
    await writeFile(
      file,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'c', cluster: { server } }],
        users: [{ name: 'u', user: { token: 't' } }],
        contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'x',
      }),
    );
    const seen: PlaneInventory[] = [];
    const onInit = (inventory: PlaneInventory) => seen.push(inventory);
    const backend = await startTestBackend({
      features: [
        spy('first', onInit),
        spy('second', onInit),
        mockServices.rootConfig.factory({
          data: {
            openchoreo: {
              controlPlanes: [{ name: 'default', kubeconfig: { file } }],
            },
          },
        }),
      ],
    });
    return { backend, seen };
  }

  it('is one for all plugins, and measured once', async () => {
    const { backend, seen } = await start('https://127.0.0.1:1');
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
    expect(getMeter.mock.calls).toEqual([
      ['backstage-plugin-planes', undefined, { schemaUrl: undefined }],
    ]);
    expect(createHistogram.mock.calls.map(([name]) => name)).toEqual([
      'openchoreo.gateway.request.duration',
    ]);
    await backend.stop();
  });

  it('keeps no backend from starting while a control plane does not answer', async () => {
    const address = silent.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The server has no port');
    }
    const server = `https://127.0.0.1:${address.port}`;
    const { backend, seen } = await start(server);
    expect(seen).toHaveLength(2);
    await backend.stop();
  });
});
