import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import recorded from './__fixtures__/kubernetes-v1.34-api-exchanges.json';
import { ApiServer } from './ApiServer';
import { isJsonObject, objectAt, stringAt } from './objects/json';
import { KubernetesClient } from './testing/KubernetesClient';
import { send, TestAnswer } from './testUtils/httpClient';
import { shapeOf } from './testUtils/shape';

/*
 * What a real kube-apiserver 1.34.4 answered to these requests, the simulator answers as well: in status,
 * media type, reason and shape, and where it refuses, in every word.
 */

interface Exchange {
  note: string;
  crds: string;
  request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: unknown;
    as: string | null;
  };
  response: {
    status: number;
    headers: Record<string, string>;
    body: unknown;
  };
}

const exchanges: Exchange[] = JSON.parse(JSON.stringify(recorded));

const RELEASES: Record<string, string> = {
  'v1.2.3': 'v1.2.0',
  'v0.17.0': 'v0.17.0',
};
const FINALIZER = 'openchoreo.dev/dataplane-cleanup';

const isApply = ({ request }: Exchange) =>
  request.headers['Content-Type'] === 'application/apply-patch+yaml';
const isDiscovery = ({ note }: Exchange) =>
  /^(discovery: (groups|group versions|resources|aggregated)|resources)$/.test(
    note,
  );
const isWatch = ({ request }: Exchange) => request.path.includes('watch=true');

/** Revisions and the clock differ between the recording and the simulator. */
function masked(text: string): string {
  return text
    .replace(/(too old resource version: 1 )\(\d+\)/, '$1(oldest)')
    .replace(/(match the ResourceVersion in record )\(\d+\)/, '$1(current)');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function bodyText(response: Exchange['response']): string {
  return typeof response.body === 'string'
    ? response.body
    : JSON.stringify(response.body);
}

async function seed(server: ApiServer): Promise<void> {
  const client = new KubernetesClient(server);
  const clientCA = { value: 'recorded' };
  const created = { observedGeneration: 1, conditions: [condition()] };
  await client.createNamespace('acme');
  await client.createNamespace('other');
  for (const [namespace, name] of [
    ['acme', 'dead-api'],
    ['acme', 'default'],
    ['acme', 'eu-2'],
    ['acme', 'leaf'],
    ['acme', 'new'],
    ['other', 'default'],
  ]) {
    await client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: {
        name,
        namespace,
        finalizers: [FINALIZER],
        ...(name === 'eu-2' ? {} : lastApplied()),
      },
      spec: {
        planeID: 'eu-1',
        clusterAgent: { clientCA },
        gateway: {},
      },
    });
    await client.patch(
      { plural: 'dataplanes', namespace, name },
      { status: { ...created, agentConnection: agentConnection(name) } },
      { subresource: 'status' },
    );
  }
  await client.create({
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'ClusterObservabilityPlane',
    metadata: { name: 'default', finalizers: ['x/y'], ...lastApplied() },
    spec: {
      planeID: 'obs',
      clusterAgent: { clientCA },
      observerURL: 'http://o',
    },
  });
  await client.patch(
    { plural: 'clusterobservabilityplanes', name: 'default' },
    { status: { ...created, agentConnection: agentConnection('eu-2') } },
    { subresource: 'status' },
  );
  client.close();
}

function lastApplied() {
  return {
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
  };
}

function agentConnection(name: string) {
  const never = {
    connected: false,
    connectedAgents: 0,
    message: 'No agents connected',
  };
  const time = '2026-11-21T01:24:57Z';
  return name === 'eu-2'
    ? never
    : {
        ...never,
        lastConnectedTime: time,
        lastHeartbeatTime: time,
        ...(name === 'default' ? { lastDisconnectedTime: time } : {}),
      };
}

function condition() {
  return {
    type: 'Created',
    status: 'True',
    reason: 'DataPlaneCreated',
    message: 'Dataplane is created',
    observedGeneration: 1,
    lastTransitionTime: '2026-11-21T01:24:57Z',
  };
}

describe.each(Object.keys(RELEASES))('recorded with the CRDs of %s', crds => {
  let directory: string;
  let server: ApiServer;
  let nextPage: string | undefined;

  const recordings = exchanges.filter(exchange => exchange.crds === crds);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'recorded-'));
    server = await ApiServer.start({
      directory,
      releases: [RELEASES[crds]],
      users: [{ name: 'viewer', token: 'viewer-token', rules: [] }],
      firstRevision: 700,
    });
    if (crds === 'v1.2.3') {
      await seed(server);
    }
  });

  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  async function replay({ request }: Exchange): Promise<TestAnswer> {
    const { method, headers, body, as } = request;
    const tokens: Record<string, string> = {
      admin: server.adminToken,
      viewer: 'viewer-token',
      bad: 'bad',
    };
    const path = request.path
      .replace(/continue=ey[^&]*/, `continue=${nextPage}`)
      .replace(/timeoutSeconds=\d/, 'timeoutSeconds=1');
    return send(server, {
      method,
      path,
      headers,
      token: as ? tokens[as] : undefined,
      body: body ?? undefined,
    });
  }

  it.each(recordings.map(exchange => [exchange.note, exchange] as const))(
    '%s',
    async (_note, exchange) => {
      const answer = await replay(exchange);
      if (isApply(exchange)) {
        expectNoServerSideApply(answer);
      } else if (isWatch(exchange)) {
        expectSameEvents(answer, exchange);
      } else if (isDiscovery(exchange)) {
        expectSameDiscovery(answer, exchange);
      } else if (exchange.response.status >= 400) {
        expectSameRefusal(answer, exchange);
      } else {
        expectSameShape(answer, exchange);
        const metadata = objectAt(parsed(answer.text), 'metadata');
        nextPage = stringAt(metadata, 'continue') || nextPage;
      }
    },
  );
});

/** Left out on purpose. */
function expectNoServerSideApply({ status, text }: TestAnswer): void {
  expect(status).toBe(415);
  expect(parsed(text)).toMatchObject({
    reason: 'UnsupportedMediaType',
    message: expect.stringContaining('does not offer server-side apply'),
  });
}

function expectSameRefusal(answer: TestAnswer, { response }: Exchange): void {
  expect({
    status: answer.status,
    type: answer.headers['content-type'],
    body: parsed(masked(answer.text)),
  }).toEqual({
    status: response.status,
    type: response.headers['Content-Type'],
    body: parsed(masked(bodyText(response))),
  });
}

function expectSameShape(answer: TestAnswer, { response }: Exchange): void {
  expect({
    status: answer.status,
    type: answer.headers['content-type'],
    cache: answer.headers['cache-control'],
    warning: answer.headers.warning,
    shape: shapeOf(parsed(answer.text)),
  }).toEqual({
    status: response.status,
    type: response.headers['Content-Type'],
    cache: response.headers['Cache-Control'],
    warning: response.headers.Warning,
    shape: shapeOf(response.body),
  });
}

function expectSameEvents(answer: TestAnswer, { response }: Exchange): void {
  const events = (body: string) =>
    masked(body).split('\n').filter(Boolean).map(parsed);
  const expected = events(bodyText(response));
  expect(answer.status).toBe(response.status);
  expect(answer.headers['content-type']).toBe('application/json');
  // The simulator closes a watch with a bookmark more than the recording has.
  const actual = events(answer.text).slice(0, expected.length);
  expect(actual.map(shapeOf)).toEqual(expected.map(shapeOf));
  expect(actual.map(messageOf)).toEqual(expected.map(messageOf));
}

function messageOf(event: unknown): string | undefined {
  return stringAt(objectAt(event, 'object'), 'message');
}

function expectSameDiscovery(answer: TestAnswer, { response }: Exchange): void {
  const found = parsed(answer.text);
  expect(answer.status).toBe(response.status);
  expect(answer.headers['content-type']).toBe(response.headers['Content-Type']);
  const parts = planeParts(found, response.body);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts).toEqual(planeParts(response.body, found));
}

/** What a discovery answer says about the resources that both sides serve. */
function planeParts(body: unknown, servedBy: unknown): unknown[] {
  const served = new Set(entries(servedBy).map(entryName));
  return entries(body)
    .filter(entry => served.has(entryName(entry)))
    .filter(entry => !/\.k8s\.io$/.test(entryName(entry)))
    .sort((a, b) => entryName(a).localeCompare(entryName(b)));
}

function entryName(entry: unknown): string {
  return (
    stringAt(entry, 'name') ??
    stringAt(entry, 'resource') ??
    JSON.stringify(entry)
  );
}

function entries(body: unknown): unknown[] {
  if (!isJsonObject(body)) {
    return [body];
  }
  const { resources, groups, items } = body;
  if (Array.isArray(items)) {
    const group = items.find(
      item => stringAt(objectAt(item, 'metadata'), 'name') === 'openchoreo.dev',
    );
    const [version] = Array.isArray(group.versions) ? group.versions : [];
    return version.resources;
  }
  if (Array.isArray(groups)) {
    return groups;
  }
  return Array.isArray(resources) ? resources : [body];
}
