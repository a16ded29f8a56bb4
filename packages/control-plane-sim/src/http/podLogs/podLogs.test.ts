import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { ADMIN_RULES, PolicyRule } from '../../auth/AccessRules';
import { NamespaceLifecycle } from '../../cluster/NamespaceLifecycle';
import { JsonObject } from '../../objects/json';
import { createPlaneCluster } from '../../planeClusters/createPlaneCluster';
import { WatchHub } from '../../watch/WatchHub';
import { handleClusterRequest } from '../handleRequest';
import { respondError } from '../respond';
import { PodLogLine } from './PodLogs';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const LINES: readonly PodLogLine[] = [
  { at: NOW - 5_000, text: 'one' },
  { at: NOW - 3_000.25, text: 'zwölf' },
  { at: NOW - 2_500, text: 'three' },
  { at: NOW - 1_000, text: '' },
  { at: NOW - 500, text: 'five' },
];

function pod(
  containers: Record<string, JsonObject>,
  {
    initContainers = [],
    nodeName = 'node-1',
  }: { initContainers?: string[]; nodeName?: string } = {},
) {
  const names = Object.keys(containers);
  return {
    spec: {
      nodeName,
      initContainers: initContainers.map(name => ({ name })),
      containers: names.map(name => ({ name })),
    },
    status: {
      containerStatuses: names.map(name => ({
        name,
        state: containers[name],
      })),
    },
  };
}

const RUNNING = { running: {} };
const PODS = {
  single: pod({ main: RUNNING }),
  double: pod({ wait: RUNNING, main: RUNNING }, { initContainers: ['init'] }),
  creating: pod({ main: { waiting: { reason: 'ContainerCreating' } } }),
  unpullable: pod({ main: { waiting: { reason: 'ImagePullBackOff' } } }),
  unscheduled: pod({ main: {} }, { nodeName: '' }),
};

describe('the log of a pod', () => {
  let server: Server;
  let rules: readonly PolicyRule[] = ADMIN_RULES;

  async function ask(pathAndQuery: string, method = 'GET') {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(
      `http://127.0.0.1:${port}/api/v1/namespaces/ci/pods/${pathAndQuery}`,
      { method, signal: AbortSignal.timeout(5_000) },
    );
    const text = await answer.text();
    const type = answer.headers.get('content-type');
    return {
      status: answer.status,
      type,
      text,
      message: type === 'application/json' ? JSON.parse(text).message : '',
    };
  }

  beforeAll(async () => {
    const registry = createPlaneCluster({
      name: 'c',
      agents: [],
      hasArgo: true,
      externalSecrets: 'v1',
      secretStores: [],
      createdAt: NOW,
      objects: Object.entries(PODS).map(([name, content]) => ({
        group: '',
        plural: 'pods',
        namespace: 'ci',
        name,
        createdAt: NOW,
        content,
      })),
    });
    server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      try {
        await handleClusterRequest({
          registry,
          namespaces: new NamespaceLifecycle(registry),
          watches: new WatchHub(60_000),
          kubernetesVersion: 'v1.34.4',
          address: () => '',
          podLogs: {
            now: () => NOW,
            read: (_namespace, { tail }) =>
              tail === undefined ? LINES : LINES.slice(LINES.length - tail),
          },
          request,
          response,
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          caller: { name: 'agent', isAuthenticated: true, rules },
        });
      } catch (error) {
        respondError(response, error);
      }
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  it.each([
    ['single/log', 'one\nzwölf\nthree\n\nfive\n'],
    ['single/log?container=main&tailLines=2', '\nfive\n'],
    ['single/log?tailLines=0', ''],
    // Whole seconds, whatever is asked for.
    ['single/log?sinceTime=2026-11-25T11:59:57.900Z', 'three\n\nfive\n'],
    ['single/log?sinceSeconds=1', '\nfive\n'],
    // The last lines first, and of those the ones since a time.
    ['single/log?tailLines=1&sinceTime=2026-11-25T11:59:50Z', 'five\n'],
    ['single/log?limitBytes=7', 'one\nzw\u{fffd}'],
    [
      'single/log?timestamps=true&tailLines=4&limitBytes=75',
      '2026-11-25T11:59:56.999750000Z zwölf\n2026-11-25T11:59:57.500000000Z three\n',
    ],
    ['double/log?container=wait&tailLines=1', 'five\n'],
    ['double/log?container=init&tailLines=1', 'five\n'],
  ])('%s', async (path, text) => {
    expect(await ask(path)).toMatchObject({
      status: 200,
      type: 'text/plain',
      text,
    });
  });

  it.each([
    ['ghost/log', 404, 'pods "ghost" not found'],
    [
      'double/log',
      400,
      'a container name must be specified for pod double, choose one of: [wait main] or one of the init containers: [init]',
    ],
    [
      'single/log?container=other',
      400,
      'container other is not valid for pod single',
    ],
    [
      'creating/log',
      400,
      'container "main" in pod "creating" is waiting to start: ContainerCreating',
    ],
    [
      'unpullable/log?container=main',
      400,
      'container "main" in pod "unpullable" is waiting to start: trying and failing to pull image',
    ],
    [
      'single/log?previous=true',
      400,
      'previous terminated container "main" in pod "single" not found',
    ],
    [
      'single/log?tailLines=-1',
      422,
      'PodLogOptions "" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'single/log?limitBytes=0',
      422,
      'PodLogOptions "" is invalid: limitBytes: Invalid value: 0: must be greater than 0',
    ],
    [
      'single/log?sinceSeconds=1&sinceTime=2026-11-25T11:59:50Z',
      422,
      expect.stringContaining('at most one of'),
    ],
    ['single/log?tailLines=x', 400, expect.stringContaining('invalid syntax')],
    ['single/log?sinceTime=x', 400, expect.stringContaining('cannot parse')],
    ['single/exec', 404, 'pods "single" not found'],
  ])('%s is refused with %i', async (path, status, message) => {
    expect(await ask(path)).toMatchObject({ status, message });
  });

  it('is empty before the pod has a machine', async () => {
    expect(await ask('unscheduled/log')).toMatchObject({
      status: 204,
      text: '',
    });
  });

  it('is only read, and only by those who may', async () => {
    expect((await ask('single/log', 'POST')).status).toBe(405);
    rules = [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }];
    expect(await ask('single/log')).toMatchObject({
      status: 403,
      message:
        'pods "single" is forbidden: User "agent" cannot get resource "pods/log" in API group "" in the namespace "ci"',
    });
  });
});
