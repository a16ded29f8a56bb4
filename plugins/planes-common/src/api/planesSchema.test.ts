import { summary } from '../__testUtils__/summaries';
import { historySpan } from '../history/historySpan';
import { summarizeHistory } from '../history/summarizeHistory';
import { PLANE_KINDS } from '../model/kinds';
import { queryPlanes } from '../query/queryPlanes';
import { PLANE_STATES } from '../state/planeStates';
import { PlanesResponse, planesResponseSchema } from './planesSchema';

const NOW = new Date('2026-11-21T00:00:00Z');

const worst = {
  code: 'agent-ca-expired',
  severity: 'error',
  message: 'The agent CA has expired.',
} as const;
const recent = summarizeHistory(
  [
    { at: '2026-11-20T12:00:00Z', state: 'connected', reason: '' },
    { at: '2026-11-20T18:00:00Z', state: 'disconnected', reason: '' },
  ],
  historySpan('24h', NOW),
);
const bare = PLANE_KINDS.flatMap(({ kind }) =>
  PLANE_STATES.map(state => summary({ kind, name: state, state })),
);
const rich = summary({
  name: 'rich',
  connectedAgents: 2,
  lastHeartbeat: NOW.toISOString(),
  since: NOW.toISOString(),
  findings: { errors: 1, warnings: 2, worst },
  agentCAExpires: NOW.toISOString(),
  source: 'stale',
  recent,
});

const { items, totalItems, nextCursor, counts } = queryPlanes([...bare, rich], {
  sort: 'name',
  order: 'desc',
  limit: 50,
});
const response: PlanesResponse = {
  items,
  totalItems,
  pageInfo: { nextCursor },
  counts,
  fleetUptime: 0.999,
  asOf: NOW.toISOString(),
  sources: [
    {
      controlPlane: 'default',
      kind: 'DataPlane',
      plural: 'dataplanes',
      namespace: 'acme',
      state: 'stale',
      since: NOW.toISOString(),
      lastSyncedAt: NOW.toISOString(),
      error: 'The control plane does not answer.',
      planes: 3,
    },
  ],
  gateways: [
    {
      controlPlane: 'default',
      state: 'refused',
      since: NOW.toISOString(),
      asOf: NOW.toISOString(),
      error: 'The cluster gateway does not accept the certificate.',
    },
    { controlPlane: 'other', state: 'not-configured' },
  ],
};

describe('planesResponseSchema', () => {
  it('loses nothing of a page of planes', () => {
    const received: unknown = JSON.parse(JSON.stringify(response));
    expect(planesResponseSchema.parse(received)).toEqual(response);
    expect(items).toContainEqual(rich);
    expect(Object.keys(counts.states)).toHaveLength(PLANE_STATES.length);
    expect(Object.keys(counts.types)).toHaveLength(4);
  });

  it('refuses a state that it does not know', () => {
    const [item] = items;
    const state = { ...item.state, state: 'fine' };
    const other = { ...response, items: [{ ...item, state }] };
    expect(planesResponseSchema.safeParse(other).success).toBe(false);
  });
});
