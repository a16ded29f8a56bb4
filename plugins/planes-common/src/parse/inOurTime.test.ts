import { parsePlane } from './parsePlane';

const resource = (minute: string) => ({
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'DataPlane',
  metadata: {
    name: 'eu',
    namespace: 'acme',
    uid: 'u',
    creationTimestamp: `2026-11-25T10:${minute}:00Z`,
    deletionTimestamp: `2026-11-25T10:${minute}:01Z`,
  },
  spec: {},
  status: {
    conditions: [
      {
        type: 'Created',
        status: 'True',
        lastTransitionTime: `2026-11-25T10:${minute}:02Z`,
      },
      { type: 'Finalizing', status: 'False' },
    ],
    agentConnection: {
      connected: true,
      connectedAgents: 1,
      lastConnectedTime: `2026-11-25T10:${minute}:03Z`,
      lastDisconnectedTime: `2026-11-25T10:${minute}:04Z`,
      lastHeartbeatTime: `2026-11-25T10:${minute}:05Z`,
    },
  },
});

const read = (minute: string, aheadMs?: number) =>
  parsePlane(resource(minute), { controlPlane: 'default', aheadMs });

describe('parsePlane with a control plane whose clock is off', () => {
  it.each([
    ['30', 20],
    ['00', -10],
  ])('tells the times of minute %s by our clock', (minute, aheadMinutes) => {
    expect(read(minute, aheadMinutes * 60_000)).toEqual(read('10'));
  });

  it('leaves a plane without times as it is', () => {
    const { kind, apiVersion, metadata } = resource('10');
    const bare = { kind, apiVersion, metadata: { ...metadata } };
    const context = { controlPlane: 'default', aheadMs: 60_000 };
    expect(parsePlane(bare, context)).toMatchObject({
      ok: true,
      plane: { agentConnection: undefined, conditions: [] },
    });
  });
});
