import { simulatedPlaneKind } from '../planeKinds';
import { PlaneResource } from '../planeResource';
import { ClientCa } from './clientCa';
import { SimulatedGateway } from './SimulatedGateway';

const START = Date.parse('2026-11-21T10:00:00Z');
const POOL = { planeType: 'dataplane', planeID: 'eu' } as const;

function trusting(...fingerprints: string[]): ClientCa {
  return { found: true, fingerprints };
}

function plane(kind: string, name = 'eu-west'): PlaneResource {
  const facts = simulatedPlaneKind(kind);
  return {
    kind: facts,
    namespace: facts.namespaced ? 'acme' : undefined,
    name,
    resourceVersion: '1',
    generation: 1,
    finalizers: [],
    deleting: false,
    planeID: 'eu',
    clientCa: {},
    hasSpec: true,
    hasGateway: false,
    status: {},
  };
}

describe('SimulatedGateway', () => {
  let now = START;
  let gateway: SimulatedGateway;

  beforeEach(() => {
    now = START;
    gateway = new SimulatedGateway({
      timing: { now: () => now, after: () => () => {} },
    });
  });

  it('lets agents in when a resource names the CA that signed them', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', count: 3 });
    expect(gateway.view(plane('DataPlane'), trusting('B')).status).toEqual({
      connected: false,
      connectedAgents: 0,
    });
    expect(gateway.view(plane('DataPlane'), trusting('B', 'A')).status).toEqual(
      { connected: true, connectedAgents: 3, lastSeen: START },
    );
  });

  it('hears each agent every 30 seconds', () => {
    gateway.addAgents({
      ...POOL,
      signedBy: 'A',
      connectedSince: START - 10_000,
    });
    now = START + 60_000;
    expect(gateway.view(plane('DataPlane'), trusting('A')).status).toEqual({
      connected: true,
      connectedAgents: 1,
      lastSeen: START + 50_000,
    });
  });

  it('tells Cluster kinds of agents that are not authorised for them, and namespaced kinds not', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    const connected = (kind: string) =>
      gateway.view(plane(kind), trusting('B')).status?.connected;
    expect(connected('ClusterDataPlane')).toBe(true);
    expect(connected('DataPlane')).toBe(false);
  });

  it('keeps an authorisation while the CA cannot be read, and refuses the plane', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A' });
    gateway.view(plane('DataPlane'), trusting('A'));
    expect(
      gateway.view(plane('DataPlane'), { found: false, reason: 'gone' }),
    ).toEqual({
      notification: {
        accepted: false,
        reason: 'failed to fetch CR CA for re-validation: gone',
      },
      status: { connected: true, connectedAgents: 1, lastSeen: START },
    });
  });

  it('forgets an authorisation with the connection that it was given to', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    gateway.view(plane('DataPlane', 'unreadable'), trusting('A'));
    const view = () =>
      gateway.view(plane('DataPlane', 'unreadable'), {
        found: false,
        reason: 'gone',
      }).status;
    expect(view()).toMatchObject({ connected: true });
    gateway.closeConnections(plane('DataPlane', 'deleted'));
    now = START + 5_000;
    gateway.view(plane('DataPlane', 'sibling'), trusting('A'));
    expect(view()).toMatchObject({ connected: false });
  });

  it('notices a CA that is no certificate only where agents are connected', () => {
    expect(
      gateway.view(plane('ClusterDataPlane'), trusting()).notification.accepted,
    ).toBe(true);
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    expect(
      gateway.view(plane('ClusterDataPlane'), trusting()).notification.accepted,
    ).toBe(false);
  });

  it('gives a silent agent up after 90 seconds', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    gateway.hangAgents(POOL);
    const seen = () => gateway.view(plane('DataPlane'), trusting('A')).status;
    now = START + 90_000;
    expect(seen()).toMatchObject({ connected: true, lastSeen: START });
    now = START + 90_001;
    expect(seen()).toMatchObject({ connected: false });
  });

  it('loses agents that are removed, some or all', () => {
    gateway.addAgents({
      ...POOL,
      signedBy: 'A',
      count: 3,
      connectedSince: START,
    });
    const count = () =>
      gateway.view(plane('DataPlane'), trusting('A')).status?.connectedAgents;
    gateway.removeAgents({ ...POOL, count: 1 });
    expect(count()).toBe(2);
    gateway.removeAgents(POOL);
    expect(count()).toBe(0);
  });

  it('closes every connection of a planeID when a plane is deleted; agents that are still trusted come back after 5 seconds', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    gateway.closeConnections(plane('DataPlane', 'deleted'));
    const sibling = () =>
      gateway.view(plane('DataPlane', 'sibling'), trusting('A')).status;
    expect(sibling()).toMatchObject({ connected: false });
    now = START + 5_000;
    expect(sibling()).toMatchObject({ connected: true, lastSeen: now });
  });

  it('answers nobody while it is stopped, and takes the agents back afterwards', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    gateway.stop();
    expect(gateway.view(plane('DataPlane'), trusting('A'))).toEqual({
      notification: { accepted: false, reason: 'the gateway does not answer' },
    });
    gateway.start();
    now = START + 5_000;
    expect(
      gateway.view(plane('DataPlane'), trusting('A')).status,
    ).toMatchObject({ connected: true, lastSeen: now });
  });

  it('does not look at the open connections of a Cluster kind again when its CA changes', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    const shared = { ...POOL, name: 'eu-west' };
    const seeCa = (fingerprint: string) => {
      gateway.view(plane('ClusterDataPlane'), trusting(fingerprint));
      return gateway.access(shared);
    };
    expect(seeCa('B')).toBe('not-authorised');
    expect(seeCa('A')).toBe('not-authorised');
    gateway.dropAgents(POOL);
    expect(gateway.access(shared)).toBe('no-agent');
    now = START + 5_000;
    expect(gateway.access(shared)).toBe('served');
    expect(seeCa('B')).toBe('served');
  });

  it('follows a plane to another planeID', () => {
    gateway.addAgents({ ...POOL, signedBy: 'A', connectedSince: START });
    const moved = { ...plane('DataPlane'), planeID: 'us' };
    gateway.view(plane('DataPlane'), trusting('A'));
    gateway.view(moved, trusting('A'));
    expect(gateway.knows({ ...POOL, namespace: 'acme', name: 'eu-west' })).toBe(
      false,
    );
    gateway.setAgents({ planeType: 'dataplane', planeID: 'us' }, 1);
    expect(gateway.view(moved, trusting('A')).status).toMatchObject({
      connectedAgents: 1,
    });
  });

  it('lists the planes with a connected agent', () => {
    gateway.addAgents({
      ...POOL,
      signedBy: 'A',
      count: 2,
      connectedSince: START,
    });
    gateway.addAgents({
      planeType: 'workflowplane',
      planeID: 'w',
      signedBy: 'A',
    });
    expect(gateway.connectedPlanes()).toEqual([
      { ...POOL, connected: true, connectedAgents: 2, lastSeen: START },
    ]);
  });
});
