/** Asks for pages of 10 000 planes over HTTP while their heartbeats come in and the gateway is polled. */
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import { planesResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeInventoryServiceRef } from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  type TestManifest,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { createCertificates } from './lib/certificates';
import { runBenchmark } from './lib/runBenchmark';
import { percentile, printTable } from './lib/table';

const PLANES = 10_000;
const NAMESPACES = 500;
const TEAMS = 97;
const PAGE = 100;
const REQUESTS = 400;
/** Ten requests a second; each plane's heartbeat once a minute, and a poll of the gateway every three seconds. */
const HEARTBEATS_PER_REQUEST = PLANES / 600;
const POLL_INTERVAL_MS = 3000;
const REQUESTS_PER_POLL = 30;
const STARTED_AT = Date.now();
const SPEC_CHANGES = 20;
const BUDGET_MS = 100;

const QUERIES = [
  '',
  'type=data&sort=name',
  'text=team-4&state=connected',
  'state=disconnected,stale&group=namespace',
  'namespace=team-1,team-2,team-3&sort=planeID&order=desc',
  'findings=warning&sort=since',
];
const RIGHTS: Record<string, PolicyDecision> = {
  everything: { result: AuthorizeResult.ALLOW },
  'their own teams': {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'planes',
    resourceType: 'openchoreo-plane',
    conditions: {
      rule: 'IS_OWNER',
      resourceType: 'openchoreo-plane',
      params: {
        claims: Array.from({ length: TEAMS / 2 }, (_, team) => owner(team)),
      },
    },
  },
};

function owner(team: number): string {
  return `group:default/team-${team}`;
}

function manifest(index: number, pems: readonly string[]): TestManifest {
  const heartbeat = new Date().toISOString();
  return {
    kind: index % 3 === 0 ? 'DataPlane' : 'WorkflowPlane',
    metadata: {
      name: `plane-${index}`,
      namespace: `team-${index % NAMESPACES}`,
      uid: `uid-${index}`,
      annotations: {
        'openchoreo.dev/display-name': `Plane ${index}`,
        'backstage.io/owner': owner(index % TEAMS),
      },
    },
    // One plane in ten shares its agents with another.
    spec: {
      planeID: `plane-${index % (PLANES * 0.9)}`,
      clusterAgent: { clientCA: { value: pems[index % pems.length] } },
    },
    status: {
      agentConnection: {
        connected: index % 20 > 0,
        connectedAgents: 1,
        lastConnectedTime: '2026-11-21T10:00:00Z',
        lastHeartbeatTime: heartbeat,
      },
    },
  };
}

/** What the gateway says at a poll: it heard one agent in ten since the last one, and one in a thousand came or went. */
function poll(inventory: TestPlaneInventory, count: number): void {
  const timeOf = (number: number) =>
    new Date(STARTED_AT + number * POLL_INTERVAL_MS).toISOString();
  inventory.snapshot().planes.forEach((plane, index) => {
    const connected = index % 20 > 0 && (index + count) % 1000 > 0;
    inventory.setLiveness(plane.ref, {
      asOf: timeOf(count),
      connected,
      connectedAgents: connected ? 1 : 0,
      ...(connected && { lastSeen: timeOf(count - ((index + count) % 10)) }),
    });
  });
}

async function main() {
  const pems = await createCertificates(100);
  const inventory = new TestPlaneInventory();
  inventory.listAll(
    Array.from({ length: PLANES }, (_, index) => manifest(index, pems)),
  );
  let rights = RIGHTS.everything;
  const backend = await startTestBackend({
    features: [
      planesPlugin,
      mockServices.rootLogger.factory({ level: 'error' }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async () => [],
          authorizeConditional: async requests => requests.map(() => rights),
        }),
      }),
      createServiceFactory({
        service: planeInventoryServiceRef,
        deps: {},
        factory: () => inventory,
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/planes/planes`;

  let heartbeats = 0;
  let rounds = 0;
  /** What happens to the planes between two requests. */
  function goOn(): void {
    if (rounds % REQUESTS_PER_POLL === 0) {
      poll(inventory, rounds / REQUESTS_PER_POLL);
    }
    rounds++;
    for (; heartbeats < rounds * HEARTBEATS_PER_REQUEST; heartbeats++) {
      inventory.put(manifest(heartbeats % PLANES, pems));
    }
  }

  async function request(query: string): Promise<Uint8Array> {
    const answer = await fetch(`${url}?limit=${PAGE}&${query}`);
    if (!answer.ok) {
      throw new Error(await answer.text());
    }
    return new Uint8Array(await answer.arrayBuffer());
  }

  const firstAt = performance.now();
  const first = await request('');
  const firstMs = performance.now() - firstAt;
  const page = planesResponseSchema.parse(
    JSON.parse(new TextDecoder().decode(first)),
  );
  if (page.items.length !== PAGE || page.totalItems !== PLANES) {
    throw new Error(`Got ${page.items.length} of ${page.totalItems} planes`);
  }

  const times: Record<string, number[]> = {};
  for (const [who, decision] of Object.entries(RIGHTS)) {
    rights = decision;
    times[who] = [];
    for (let index = 0; index < REQUESTS; index++) {
      const query = QUERIES[index % QUERIES.length];
      goOn();
      const startedAt = performance.now();
      await request(query);
      times[who].push(performance.now() - startedAt);
    }
  }
  rights = RIGHTS.everything;
  const afterChange: number[] = [];
  for (let index = 0; index < SPEC_CHANGES; index++) {
    const { spec, ...rest } = manifest(index, pems);
    inventory.put({ ...rest, spec: { ...spec, planeID: `moved-${index}` } });
    const startedAt = performance.now();
    await request('');
    afterChange.push(performance.now() - startedAt);
  }

  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const all = Object.values(times).flat();
  const p99 = percentile(all, 0.99);
  printTable(
    `GET /planes: ${PLANES} planes, pages of ${PAGE}, ${QUERIES.length} filters by turns, heartbeats and polls between`,
    [
      {
        what: 'p99',
        measured: ms(p99),
        budget: `<= ${BUDGET_MS} ms`,
        within: p99 <= BUDGET_MS,
      },
      ...Object.entries(times).flatMap(([who, values]) => [
        {
          what: `p50 of a caller who sees ${who}`,
          measured: ms(percentile(values, 0.5)),
        },
        {
          what: `p99 of a caller who sees ${who}`,
          measured: ms(percentile(values, 0.99)),
        },
      ]),
      {
        what: `p50 right after a plane's spec changed, ${SPEC_CHANGES} times`,
        measured: ms(percentile(afterChange, 0.5)),
      },
      { what: 'the very first request, cold', measured: ms(firstMs) },
      {
        what: 'size of a page',
        measured: `${(first.byteLength / 1024).toFixed(0)} KiB`,
      },
    ],
  );
  await backend.stop();
}

runBenchmark(main);
