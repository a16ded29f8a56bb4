import { startTestBackend } from '@backstage/backend-test-utils';
import { planesResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import request from 'supertest';
import { eu, observability } from './__testUtils__/manifests';
import { PlanesTestBackend } from './__testUtils__/PlanesTestBackend';
import { planesPlugin } from './plugin';

describe('plugin planes', () => {
  let backend: PlanesTestBackend;

  beforeEach(() => {
    backend = new PlanesTestBackend();
    backend.inventory.listAll([eu, observability]);
  });

  afterEach(async () => {
    await backend.stop();
  });

  it('tells the permission framework its permissions and rules', async () => {
    const server = await backend.start();
    const { body } = await server.get(
      '/api/planes/.well-known/backstage/permissions/metadata',
    );
    expect(body.permissions.map(({ name }: { name: string }) => name)).toEqual([
      'openchoreo.plane.read',
      'openchoreo.plane.connection.test',
      'openchoreo.plane.reconnect',
      'openchoreo.plane.create',
      'openchoreo.plane.update',
    ]);
    expect(body.rules.map(({ name }: { name: string }) => name)).toEqual([
      'IS_PLANE_TYPE',
      'IN_NAMESPACE',
      'IS_OWNER',
    ]);
  });

  it('signals changes to browsers while it runs, and no longer', async () => {
    await backend.start();
    backend.inventory.put({ ...eu, spec: { planeID: 'other' } });
    expect(backend.signals).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'planes',
        message: { type: 'changed' },
      },
    ]);
    await backend.stop();
    backend.inventory.put(eu);
    expect(backend.signals).toHaveLength(1);
  });

  it.each([
    [{ history: { retention: '0d' } }, 'openchoreo.planes.history.retention'],
    [
      { notifications: { agentLostAfter: 'soon' } },
      'openchoreo.planes.notifications.agentLostAfter',
    ],
    [
      { connectionTest: { maxConcurrent: 0 } },
      'openchoreo.planes.connectionTest.maxConcurrent',
    ],
    [
      { registration: { mode: 'gitops' } },
      'openchoreo.planes.registration.mode',
    ],
    [{ staleAfter: 'soon' }, 'staleAfter'],
  ])('does not start with %j, and names the key', async (planes, key) => {
    await expect(backend.start({ planes })).rejects.toThrow(key);
  });

  it('runs where nothing is configured, and signals and notifications are not installed', async () => {
    const bare = await startTestBackend({ features: [planesPlugin] });
    const { status, body } = await request(bare.server).get(
      '/api/planes/planes',
    );
    expect(status).toBe(200);
    expect(planesResponseSchema.parse(body)).toMatchObject({
      items: [],
      counts: { all: 0 },
      sources: [],
      gateways: [],
    });
    await bare.stop();
  });
});
