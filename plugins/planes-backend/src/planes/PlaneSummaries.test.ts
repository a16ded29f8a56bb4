import {
  type PlaneSummary,
  planeSummarySchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type TestManifest,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { CurrentFleet } from './CurrentFleet';
import { PlaneLinks } from './PlaneLinks';
import { PlaneSummaries } from './PlaneSummaries';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const eu: TestManifest = {
  kind: 'DataPlane',
  metadata: {
    name: 'eu',
    namespace: 'acme',
    uid: 'eu-uid',
    annotations: { 'openchoreo.dev/display-name': 'Europe' },
  },
  spec: { planeID: 'eu', clusterAgent: { clientCA: {} } },
  status: {
    conditions: [{ type: 'Created', status: 'True', reason: 'Created' }],
    agentConnection: {
      connected: true,
      connectedAgents: 2,
      lastConnectedTime: '2026-11-21T09:00:00Z',
      lastHeartbeatTime: '2026-11-21T11:59:00Z',
    },
  },
};

describe('PlaneSummaries', () => {
  let inventory: TestPlaneInventory;
  let summaries: PlaneSummaries;

  beforeEach(() => {
    inventory = new TestPlaneInventory();
    inventory.listAll([eu]);
    summaries = new PlaneSummaries({
      inventory,
      fleet: new CurrentFleet(inventory),
      links: new PlaneLinks({ clusterScopedNamespace: 'shared' }),
      config: { staleAfterMs: 300_000 },
      ownerOf: () => 'group:default/team-a',
    });
  });

  /** The only plane's summary, so many seconds after the beginning. */
  function after(seconds: number): PlaneSummary {
    const [{ summary }] = summaries.all(new Date(NOW + seconds * 1000));
    return summary;
  }

  it('says of a plane what a list shows', () => {
    const summary = after(0);
    expect(planeSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      uid: 'eu-uid',
      category: 'data',
      planeID: 'eu',
      entityRef: 'resource:acme/data-plane-eu',
      title: 'Europe',
      owner: 'group:default/team-a',
      state: { state: 'connected', source: 'resource' },
      connectedAgents: 2,
      lastHeartbeat: '2026-11-21T11:59:00Z',
      source: 'live',
    });
    expect(summary.findings.worst?.code).toBe('agent-ca-absent');
    expect(summary.findings.errors).toBe(1);
    expect(summary).not.toHaveProperty('agentCAExpires');
  });

  it('goes stale by time alone, to the second', () => {
    expect(after(239).state.state).toBe('connected');
    expect(after(241).state.state).toBe('stale');
  });

  it('follows the gateway within a second, and the resource when the gateway cannot be asked', () => {
    const { ref } = inventory.snapshot().planes[0];
    after(0);
    inventory.setLiveness(ref, {
      asOf: '2026-11-21T12:00:01Z',
      connected: false,
      connectedAgents: 0,
      since: '2026-11-21T12:00:00Z',
    });
    expect(after(1)).toMatchObject({
      state: { state: 'disconnected', source: 'gateway' },
      connectedAgents: 0,
      lastHeartbeat: '2026-11-21T11:59:00Z',
    });
    inventory.setLiveness(ref, undefined);
    expect(after(2)).toMatchObject({
      state: { state: 'connected', source: 'resource' },
      connectedAgents: 2,
    });
  });

  it('follows the resource, its source and the planes around it', () => {
    expect(after(0).findings.warnings).toBe(0);
    inventory.setState('DataPlane', { state: 'stale', error: 'refused' });
    expect(after(0).source).toBe('stale');
    inventory.put({
      ...eu,
      spec: { planeID: 'eu-2', observabilityPlaneRef: { name: 'gone' } },
    });
    expect(after(0)).toMatchObject({
      planeID: 'eu-2',
      findings: { warnings: 1 },
    });
    inventory.put({
      kind: 'ObservabilityPlane',
      metadata: { name: 'gone', namespace: 'acme' },
    });
    expect(after(0).findings.warnings).toBe(0);
  });

  it('computes nothing anew while nothing changes and the second lasts', () => {
    const first = summaries.all(new Date(NOW));
    expect(summaries.all(new Date(NOW + 999))).toBe(first);
    expect(summaries.all(new Date(NOW + 1000))).not.toBe(first);
  });
});
