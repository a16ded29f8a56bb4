import { planesResponseSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { runsResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';
import { dryRunOf } from '../__testUtils__/dryRunOf';
import { until } from '../__testUtils__/until';
import { ROUTES } from '../permissions/__testUtils__/accessTable';
import { HostileGateway } from './__testUtils__/HostileGateway';
import { NODE_IDS } from './__testUtils__/hostileObjects';
import {
  BY_FORM,
  BY_PLACE,
  PRIVATE_KEY,
  SENTENCE,
  tracesIn,
} from './__testUtils__/plantedSecrets';
import { SecretsPortal } from './__testUtils__/SecretsPortal';

const RUNS = '/api/workflow-runs/runs';
const PLANES = '/api/planes/planes';
const PLANE_NAMES = ['ci', 'hostile', 'ordinary'];
const RUN_NAMES = ['hostile-record', 'hostile-run', 'ordinary'];

const entitiesSchema = z.array(
  z.object({ metadata: z.object({ name: z.string() }) }),
);

/** What a person might send by mistake; the portal must not pass it on to anybody else. */
const TYPED = {
  registration: {
    controlPlane: 'default',
    kind: 'DataPlane',
    namespace: 'acme',
    name: 'typed',
    planeID: BY_FORM.githubToken,
    displayName: BY_FORM.githubToken,
    description: SENTENCE,
    observerURL: BY_FORM.basicAuth,
    agentCA: { source: 'inline', value: PRIVATE_KEY },
  },
  resourceVersion: '1',
  parameters: { dbPassword: BY_PLACE, 'credentials.key': BY_PLACE },
  confirmation: BY_PLACE,
  workflowUid: BY_PLACE,
};

const BODIES = [{}, TYPED, { fresh: true }];

/** Routes for which the gateway is asked there and then. */
const ASKS_GATEWAY =
  /\/(?:connection-test|reconnect|actions|logs|events|pod)\b|\/nodes\//;

/** What it is asked, by the paths. Workflows last, for one that cannot be read is not asked for its pods for a while. */
const GATEWAY_REQUESTS = {
  // What a pod printed is shown as it is; why it cannot be had is not.
  logs: /^\/api\/proxy\/.*\/log\?/,
  'pods and events': /^\/api\/proxy\/.*\/(?:pods|events)\b(?!.*\/log\?)/,
  'the agents of planes': /^\/api\/v1\/planes\/.*\/(?:status|reconnect)/,
  'the version of a cluster': /^\/api\/proxy\/.*\/k8s\/version/,
  'the namespaces of a cluster': /^\/api\/proxy\/.*\/kube-system/,
  'secret stores': /^\/api\/proxy\/.*\/external-secrets\.io/,
  workflows: /^\/api\/proxy\/.*\/argoproj\.io/,
};

describe('secrets of control planes and clusters', () => {
  const portal = new SecretsPortal();
  let planeUids: string[];
  let runUids: string[];

  beforeAll(async () => {
    await portal.start();
    const planes = await until(
      async () =>
        planesResponseSchema.parse((await portal.client.get(PLANES)).body),
      ({ items, sources }) =>
        PLANE_NAMES.every(name => items.some(({ ref }) => ref.name === name)) &&
        sources.every(({ state }) => state !== 'syncing'),
    );
    planeUids = planes.items.map(({ uid }) => uid);
    const runs = await until(
      async () =>
        runsResponseSchema.parse((await portal.client.get(RUNS)).body),
      ({ items }) =>
        RUN_NAMES.every(name => items.some(({ ref }) => ref.name === name)),
    );
    runUids = runs.items.map(({ uid }) => uid);
  });

  afterEach(() => {
    portal.gateway.hostility = undefined;
  });

  afterAll(() => portal.stop());

  const traces = (text: string) => tracesIn(text, portal.credentials);

  /** Every route for every plane, run and node. */
  function requests(): [method: string, path: string][] {
    return ROUTES.flatMap(({ route, parameters = {}, query = '' }) => {
      const [method, path] = route.split(' ');
      const uids = path.startsWith('/api/planes/') ? planeUids : runUids;
      const nodeIds = path.includes(':nodeId') ? NODE_IDS : [''];
      return uids.flatMap(uid =>
        nodeIds.map((nodeId): [string, string] => {
          const values: Record<string, string> = { ...parameters, uid, nodeId };
          const filled = path.replace(/:(\w+)/g, (_, name) => values[name]);
          return [method, `${filled}${query}`];
        }),
      );
    });
  }

  async function send(method: string, path: string, body: object) {
    const { client } = portal;
    switch (method) {
      case 'GET':
        return client.get(path);
      case 'PUT':
        return client.put(path).send(body);
      default:
        return client.post(path).send(body);
    }
  }

  /** What the answers to some requests say of secrets. */
  async function leaksOf(wanted: [method: string, path: string][]) {
    const leaks: object[] = [];
    for (const [method, path] of wanted) {
      for (const body of method === 'GET' ? [{}] : BODIES) {
        const { status, text, headers } = await send(method, path, body);
        const said = traces(`${text}\n${JSON.stringify(headers)}`);
        if (said.length > 0) {
          leaks.push({ method, path, status, said });
        }
      }
    }
    return leaks;
  }

  it('are in no answer of any route', async () => {
    expect(await leaksOf(requests())).toEqual([]);
  });

  it.each(Object.entries(GATEWAY_REQUESTS))(
    'are in no answer where the gateway or an agent tells them, asked for %s',
    async (about, to) => {
      const { gateway } = portal;
      gateway.answered.length = 0;
      const asking = requests().filter(([, path]) => ASKS_GATEWAY.test(path));
      const answers =
        about === 'logs' ? HostileGateway.failures : HostileGateway.answers;
      for (let answer = 0; answer < answers; answer++) {
        gateway.hostility = { to, answer };
        expect(await leaksOf(asking)).toEqual([]);
      }
      expect(gateway.answered.length).toBeGreaterThanOrEqual(answers);
    },
  );

  it('are in no answer of actions, of the scaffolder, of the Kubernetes plugin and the catalog', async () => {
    for (const uid of planeUids) {
      const { text } = await portal.client
        .post(
          '/api/planes/.backstage/actions/v1/actions/planes:test-plane-connection/invoke',
        )
        .send({ uid, fresh: true });
      expect(traces(text)).toEqual([]);
    }
    const { agentCA, ...fields } = TYPED.registration;
    const { text: dryRun } = await portal.client
      .post('/api/scaffolder/v2/dry-run')
      .send(
        dryRunOf('openchoreo:plane:register', {
          ...fields,
          agentCA: { value: agentCA.value },
        }),
      );
    expect(traces(dryRun)).toEqual([]);

    const { text: clusters } = await portal.client.get(
      '/api/kubernetes/clusters',
    );
    expect(clusters).toContain('cluster-workflow-plane-ci');
    expect(traces(clusters)).toEqual([]);

    const { text: entities } = await until(
      () => portal.client.get('/api/catalog/entities'),
      ({ body }) =>
        PLANE_NAMES.every(plane =>
          entitiesSchema
            .parse(body)
            .some(({ metadata }) => metadata.name.endsWith(`plane-${plane}`)),
        ),
    );
    expect(traces(entities)).toEqual([]);
  });

  it('are there for those who may see them', async () => {
    portal.maySeeSecrets = true;
    const run = await portal.client.get(`${RUNS}/hostile-run-uid`);
    expect(traces(run.text)).not.toEqual([]);
    const node = await portal.client.get(
      `${RUNS}/hostile-run-uid/nodes/${NODE_IDS[0]}`,
    );
    expect(traces(node.text)).not.toEqual([]);
    portal.maySeeSecrets = false;
  });

  it('are in no log of any level, audit entry, signal, notification or row of a database', async () => {
    await portal.loseAgents();
    await portal.stopBackend();
    const channels = portal.recorder.channels();
    expect(channels.map(([channel]) => channel).sort()).toEqual([
      'audit',
      'log',
      'notification',
      'signal',
    ]);
    const databases = await portal.databases();
    expect(databases.map(([name]) => name)).toEqual(
      expect.arrayContaining(['catalog.sqlite', 'planes.sqlite']),
    );
    for (const [name, text] of [...channels, ...databases]) {
      expect({ name, said: traces(text) }).toEqual({ name, said: [] });
    }
  });
});
