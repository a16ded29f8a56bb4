import type { TestManifest } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';

/** When the tests begin. */
export const START = new Date('2026-11-21T12:00:00.000Z');

/** A moment so many seconds after {@link START}, ISO 8601. */
export function at(seconds: number): string {
  return new Date(START.getTime() + seconds * 1000).toISOString();
}

/** What a resource says about its agents. */
export type Reported =
  | { connected: string }
  | { disconnected: string }
  | 'nothing';

/** A data plane of namespace `acme`, with the time of its last heartbeat or disconnect. */
export function dataPlane(
  name: string,
  reported: Reported = 'nothing',
): TestManifest {
  return {
    kind: 'DataPlane',
    metadata: { name, namespace: 'acme', uid: name },
    spec: { planeID: name, clusterAgent: { clientCA: {} } },
    ...(reported === 'nothing'
      ? {}
      : { status: { agentConnection: agentConnection(reported) } }),
  };
}

function agentConnection(reported: Exclude<Reported, 'nothing'>) {
  return 'connected' in reported
    ? {
        connected: true,
        connectedAgents: 1,
        lastConnectedTime: at(0),
        lastHeartbeatTime: reported.connected,
      }
    : {
        connected: false,
        connectedAgents: 0,
        lastConnectedTime: at(0),
        lastDisconnectedTime: reported.disconnected,
      };
}

/** The reference of {@link dataPlane}. */
export function dataPlaneRef(name: string) {
  return {
    controlPlane: 'default',
    kind: 'DataPlane',
    namespace: 'acme',
    name,
  } as const;
}
