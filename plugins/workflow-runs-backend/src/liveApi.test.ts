import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  eventsResponseSchema,
  logsResponseSchema,
  nodeResponseSchema,
  timelineResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { anonymous, conditional } from './__testUtils__/RunsTestBackend';
import { argoPod } from './__testUtils__/TestArgoCluster';
import { LiveApiBench } from './__testUtils__/LiveApiBench';

const PERMISSION = 'openchoreo.workflow-run';
const offline = {
  reason: 'no-agent',
  message: 'No agent is connected.',
} as const;
const deny = { result: AuthorizeResult.DENY } as const;

const REAL_TIMERS = [
  'clearImmediate',
  'clearInterval',
  'clearTimeout',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
] as const;

const PARAMS = 'params-outputs';
const GEN = `${PARAMS}-3825510910`;
const USE = `${PARAMS}-308435234`;
const GEN_POD = `${PARAMS}-g-3825510910`;

describe('the API that looks into the clusters of planes', () => {
  const bench = new LiveApiBench();
  const { backend, cluster } = bench;

  beforeAll(async () => {
    await bench.start();
    // Time goes on in requests and answers; what day it is, tests say.
    jest.useFakeTimers({ doNotFake: [...REAL_TIMERS] });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await bench.stop();
  });

  const get = (path: string) => bench.server.get(path);
  const message = ({ body }: { body: { error?: { message?: string } } }) =>
    body.error?.message;

  function podOfGen(
    main: object,
    more: Partial<Parameters<typeof argoPod>[1]> = {},
  ) {
    return argoPod(PARAMS, {
      name: GEN_POD,
      nodeId: GEN,
      containers: { wait: { running: {} }, main },
      initContainers: { init: { terminated: { exitCode: 0 } } },
      ...more,
    });
  }
  const runningMain = { running: { startedAt: '2026-11-21T01:17:28Z' } };
  const endedMain = {
    terminated: { ...runningMain.running, exitCode: 1, reason: 'OOMKilled' },
  };

  describe.each([
    ['get', 'timeline', 'read'],
    ['get', `nodes/${GEN}`, 'read'],
    ['get', `nodes/${GEN}/logs`, 'read'],
    ['get', `nodes/${GEN}/logs`, 'logs.read'],
    ['get', 'events', 'read'],
    ['post', 'actions/stop', 'stop'],
    ['post', 'actions/terminate', 'terminate'],
    ['post', 'actions/suspend', 'suspend'],
    ['post', 'actions/resume', 'resume'],
    ['post', 'actions/resume', 'read'],
  ] as const)('%s %s', (method, path, permission) => {
    const name = `${PERMISSION}.${permission}`;

    it('is for nobody without credentials, and asks no plane', async () => {
      const url = `${bench.run(`${PARAMS}.final`)}/${path}`;
      const answer = await bench.server[method](url).set(anonymous);
      expect(answer.status).toBe(401);
      expect(backend.gateway.requests).toEqual([]);
    });

    it(`needs the permission ${name}, on this very run`, async () => {
      const url = `${bench.run(`${PARAMS}.final`)}/${path}`;
      backend.decisions.set(name, deny);
      const denied = await bench.server[method](url);
      expect([denied.status, message(denied)]).toEqual([
        403,
        `You lack the permission '${name}'`,
      ]);
      const elsewhere = { namespaces: ['elsewhere'] };
      backend.decisions.set(name, conditional('IN_NAMESPACE', elsewhere));
      expect((await bench.server[method](url)).status).toBe(403);
      expect(backend.gateway.requests).toEqual([]);
      backend.decisions.set(
        name,
        conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
      );
      expect((await bench.server[method](url)).status).not.toBe(403);
    });

    it('is of no run that does not exist', async () => {
      const url = bench.run().replace(/[^/]*$/, `unknown/${path}`);
      expect((await bench.server[method](url)).status).toBe(404);
    });
  });

  it('answers with a timeline, or with 304 where the caller has it', async () => {
    const path = bench.run('container-set.final');
    const first = await get(`${path}/timeline`);
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toMatch(/application\/json/);
    expect(timelineResponseSchema.parse(first.body)).toMatchObject({
      source: 'argo',
      workflow: { name: 'container-set', phase: 'Succeeded' },
    });
    const { etag } = first.headers;
    const again = await get(`${path}/timeline`).set('If-None-Match', etag);
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await get(`${path}/timeline`).set('If-None-Match', 'W/"x"');
    expect(other.status).toBe(200);
  });

  describe('nodes', () => {
    async function node(path: string, id: string) {
      const { status, body } = await get(`${path}/nodes/${id}`);
      expect(status).toBe(200);
      return nodeResponseSchema.parse(body);
    }

    it('have inputs, outputs and their pod', async () => {
      const path = bench.run(`${PARAMS}.final`);
      cluster.pods = [
        podOfGen(endedMain, {
          status: {
            phase: 'Failed',
            podIP: '10.0.0.7',
            message: 'token=hunter2',
          },
        }),
      ];
      expect(await node(path, USE)).toMatchObject({
        inputs: {
          parameters: [{ name: 'in', value: '3f2a9c1', masked: false }],
        },
        podProblem: 'Its pod has been deleted.',
      });
      expect(await node(path, GEN)).toMatchObject({
        outputs: { parameters: [{ name: 'sha', value: '3f2a9c1' }] },
        pod: {
          name: GEN_POD,
          phase: 'Failed',
          nodeName: 'machine-1',
          podIP: '10.0.0.7',
          message: expect.not.stringContaining('hunter2'),
          containers: [
            {
              name: 'main',
              role: 'main',
              state: 'terminated',
              reason: 'OOMKilled',
              exitCode: 1,
            },
            { name: 'init', role: 'init', state: 'terminated' },
            { name: 'wait', role: 'wait', state: 'running' },
          ],
        },
      });
    });

    it('show values that look like secrets to those who may see them', async () => {
      const path = bench.run(`${PARAMS}.final`, ({ status }) => {
        const { outputs } = Object(status.nodes)[GEN];
        outputs.parameters.push({ name: 'apiToken', value: 'hunter2' });
      });
      const secret = async () => (await node(path, GEN)).outputs.parameters[1];
      expect(await secret()).toMatchObject({ value: 'hunter2', masked: false });
      backend.decisions.set(`${PERMISSION}.secrets.read`, deny);
      const masked = await secret();
      expect(masked.masked).toBe(true);
      expect(JSON.stringify(masked)).not.toContain('hunter2');
    });

    it.each([
      ['memoized.final', 'memoized-1622773876', /taken from a cache/],
      ['memoized.final', 'memoized-4212950700', /^$/],
      [
        'steps-parallel-fail.running',
        'steps-parallel-fail-630260870',
        /not been created yet/,
      ],
      ['steps-parallel-fail.final', 'steps-parallel-fail-630260870', /deleted/],
    ])('say why they have no pod: %s %s', async (recording, id, expected) => {
      const { pod, podProblem } = await node(bench.run(recording), id);
      expect(pod).toBeUndefined();
      expect(podProblem ?? '').toMatch(expected);
    });

    it('take no pod of another workflow or node for theirs', async () => {
      const path = bench.run(`${PARAMS}.final`);
      cluster.pods = [
        argoPod('other', { name: GEN_POD, nodeId: GEN }),
        argoPod(PARAMS, { name: 'renamed', nodeId: GEN }),
      ];
      expect((await node(path, GEN)).pod?.name).toBe('renamed');
      cluster.pods.length = 1;
      const another = bench.run(`${PARAMS}.final`);
      cluster.pods = [argoPod('other', { name: GEN_POD, nodeId: GEN })];
      expect((await node(another, GEN)).pod).toBeUndefined();
    });

    it('are shown as they were last read while the plane is offline', async () => {
      const path = bench.run(`${PARAMS}.final`);
      await get(`${path}/timeline`);
      cluster.pods = [podOfGen(endedMain)];
      backend.gateway.failure = offline;
      expect(await node(path, GEN)).toMatchObject({
        outputs: { parameters: [{ name: 'sha' }] },
        podProblem: 'No agent is connected.',
      });
    });

    it('of tasks have nothing but the reason', async () => {
      const path = bench.run(`${PARAMS}.final`, undefined, {
        tasks: [{ name: 'gen', phase: 'Running' }],
      });
      backend.gateway.failure = offline;
      const { body } = await get(`${path}/timeline`);
      const { nodes } = timelineResponseSchema.parse(body);
      expect(await node(path, encodeURIComponent(nodes[1].id))).toEqual({
        inputs: { parameters: [], artifacts: [] },
        outputs: { parameters: [], artifacts: [] },
        podProblem: 'No agent is connected.',
      });
    });

    it.each(['nope', '..%2F..%2Fsecrets', '__proto__', 'constructor'])(
      'do not exist under any other id, which goes nowhere: %s',
      async id => {
        const path = bench.run(`${PARAMS}.final`);
        for (const url of [
          `${path}/nodes/${id}`,
          `${path}/nodes/${id}/logs`,
          `${path}/events?node=${id}`,
        ]) {
          expect((await get(url)).status).toBe(404);
        }
        expect(
          backend.gateway.requests.flatMap(sent =>
            sent.type === 'get' ? sent.request.path : [],
          ),
        ).not.toContain(decodeURIComponent(id));
      },
    );
  });

  describe('logs', () => {
    const LOGS = `nodes/${GEN}/logs`;
    const text =
      '2026-11-21T01:17:28.1Z one\n2026-11-21T01:17:28.25Z \u001b[32mtwo\u001b[0m\u0007\n2026-11-21T01:17:29Z three\n';

    function running(main: object = runningMain) {
      const path = bench.run(`${PARAMS}.final`);
      cluster.pods = [podOfGen(main)];
      cluster.logs.set(`${GEN_POD}/main`, text);
      cluster.logs.set(`${GEN_POD}/init`, '2026-11-21T01:17:27Z loading\n');
      return path;
    }

    async function logs(url: string) {
      const { status, body } = await get(url);
      expect([status, body.error?.message]).toEqual([200, undefined]);
      return logsResponseSchema.parse(body);
    }

    it('end with the last lines, are followed from there, and are complete when the container has ended', async () => {
      const path = running();
      const end = await logs(`${path}/${LOGS}?tailLines=2`);
      expect(end).toEqual({
        container: 'main',
        containers: [{ name: 'main', role: 'main', state: 'running' }],
        lines: [
          { time: '2026-11-21T01:17:28.25Z', text: '\u001b[32mtwo\u001b[0m' },
          { time: '2026-11-21T01:17:29Z', text: 'three' },
        ],
        hasOlder: true,
        truncated: false,
        newest: '2026-11-21T01:17:29Z',
        complete: false,
      });
      const follow = `${path}/${LOGS}?since=${end.newest}`;
      expect(await logs(follow)).toMatchObject({
        lines: [],
        newest: '2026-11-21T01:17:29Z',
        complete: false,
      });
      cluster.logs.set(
        `${GEN_POD}/main`,
        `${text}2026-11-21T01:17:29.5Z four\n`,
      );
      cluster.pods = [podOfGen(endedMain)];
      jest.setSystemTime(Date.now() + 1_000);
      expect(await logs(follow)).toMatchObject({
        lines: [{ text: 'four' }],
        newest: '2026-11-21T01:17:29.5Z',
        complete: true,
      });
    });

    it('of the containers that Argo adds are shown to whoever names them', async () => {
      const path = running();
      expect(await logs(`${path}/${LOGS}?container=init`)).toMatchObject({
        container: 'init',
        containers: [{ name: 'main' }, { name: 'init' }],
        lines: [{ text: 'loading' }],
        complete: true,
      });
      const wrong = await get(`${path}/${LOGS}?container=../x`);
      expect([wrong.status, message(wrong)]).toEqual([
        400,
        "The query parameter 'container' names none of the pod's: it must be one of 'main', 'init', 'wait'",
      ]);
    });

    it('of a container of a container set are its own', async () => {
      const path = bench.run('container-set.final');
      const name = 'container-set';
      cluster.pods = [
        argoPod(name, {
          name,
          nodeId: name,
          containers: { wait: endedMain, a: endedMain, b: endedMain },
        }),
      ];
      cluster.logs.set(`${name}/b`, '2026-11-21T01:17:28Z from b\n');
      cluster.logs.set(`${name}/a`, '2026-11-21T01:17:28Z from a\n');
      const b = `${path}/nodes/container-set-1933195193/logs`;
      expect(await logs(b)).toMatchObject({
        container: 'b',
        containers: [
          { name: 'a', role: 'main' },
          { name: 'b', role: 'main' },
        ],
        lines: [{ text: 'from b' }],
      });
      const whole = `${path}/nodes/container-set/logs`;
      expect(await logs(whole)).toMatchObject({ container: 'a' });
    });

    it.each<[string, object, object, number, RegExp]>([
      [
        'waits',
        { waiting: { reason: 'ImagePullBackOff', message: 'no such image' } },
        {},
        409,
        /'main' has not started yet \(ImagePullBackOff: no such image\)/,
      ],
      [
        'has no machine',
        {},
        {
          phase: 'Pending',
          containerStatuses: [],
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
            },
          ],
        },
        409,
        /has not started yet \(Unschedulable: 0\/3 nodes are available\)/,
      ],
      [
        'was evicted',
        {},
        {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'low on memory',
          containerStatuses: [],
        },
        404,
        /never started \(Evicted: low on memory\)/,
      ],
    ])(
      'say why there are none: the container %s',
      async (_name, main, status, code, expected) => {
        const path = bench.run(`${PARAMS}.final`);
        cluster.pods = [podOfGen(main, { status })];
        const answer = await get(`${path}/${LOGS}`);
        expect([answer.status, message(answer)]).toEqual([
          code,
          expect.stringMatching(expected),
        ]);
      },
    );

    it.each([
      [
        'memoized.final',
        'memoized-1622773876',
        404,
        /no log. No pod ran: .*cache/,
      ],
      ['memoized.final', 'memoized-4212950700', 404, /runs nothing itself/],
      [
        'steps-parallel-fail.running',
        'steps-parallel-fail-630260870',
        409,
        /not been created yet/,
      ],
      [
        'steps-parallel-fail.final',
        'steps-parallel-fail-630260870',
        404,
        /deleted, and its log/,
      ],
    ])(
      'say why there are none: %s %s',
      async (recording, id, code, expected) => {
        const answer = await get(`${bench.run(recording)}/nodes/${id}/logs`);
        expect([answer.status, message(answer)]).toEqual([
          code,
          expect.stringMatching(expected),
        ]);
      },
    );

    it('cannot be had while the plane is offline', async () => {
      const path = running();
      await get(`${path}/timeline`);
      backend.gateway.failure = offline;
      const answer = await get(`${path}/${LOGS}`);
      expect([answer.status, message(answer)]).toEqual([
        503,
        'No agent is connected',
      ]);
    });

    it('cost two requests to follow, whatever the size of the workflow', async () => {
      const path = running();
      await logs(`${path}/${LOGS}`);
      jest.setSystemTime(Date.now() + 1_000);
      cluster.asked.length = 0;
      await logs(`${path}/${LOGS}?since=2026-11-21T01:17:29Z`);
      expect(cluster.asked).toEqual([`pod ${GEN_POD}`, `log ${GEN_POD}/main`]);
    });
  });

  describe('events', () => {
    const event = (
      kind: string,
      name: string,
      reason: string,
      second: number,
      more: object = {},
    ) => ({
      metadata: { uid: reason },
      involvedObject: { kind, name, namespace: 'runs' },
      type: 'Normal',
      reason,
      message: `${reason} happened`,
      firstTimestamp: null,
      lastTimestamp: `2026-11-21T01:17:${second}Z`,
      ...more,
    });
    const ofNode = (id: string) => ({
      metadata: { annotations: { 'workflows.argoproj.io/node-id': id } },
    });

    async function events(url: string) {
      const { status, body } = await get(url);
      expect(status).toBe(200);
      return eventsResponseSchema.parse(body).items;
    }

    it('of a run are those of its workflow and its pods, the latest last', async () => {
      const path = bench.run(`${PARAMS}.final`);
      const uid = cluster.workflow?.metadata.uid;
      cluster.events = [
        event('Workflow', PARAMS, 'WorkflowSucceeded', 50),
        event('Pod', GEN_POD, 'Pulled', 28, {
          type: 'Warning',
          message: 'password=hunter2',
          count: 3,
          firstTimestamp: '2026-11-21T01:17:27Z',
        }),
        event('Pod', `${PARAMS}-2-g-1234`, 'OfAnother', 30),
        event('Workflow', PARAMS, 'WorkflowRunning', 26, {
          lastTimestamp: null,
          eventTime: '2026-11-21T01:17:26.123456Z',
          involvedObject: { kind: 'Workflow', name: PARAMS, uid },
        }),
        event('Workflow', PARAMS, 'OfThePredecessor', 26, {
          involvedObject: { kind: 'Workflow', name: PARAMS, uid: 'old' },
        }),
        { metadata: {}, involvedObject: { kind: 'Pod' } },
        event('Pod', GEN_POD, 'WithoutTime', 30, { lastTimestamp: null }),
      ];
      const items = await events(`${path}/events`);
      expect(items.map(({ reason }) => reason)).toEqual([
        'WorkflowRunning',
        'Pulled',
        'WorkflowSucceeded',
      ]);
      expect(items[0].firstSeen).toBe('2026-11-21T01:17:26.123Z');
      expect(items[1]).toEqual({
        type: 'Warning',
        reason: 'Pulled',
        message: expect.not.stringContaining('hunter2'),
        object: `Pod/${GEN_POD}`,
        count: 3,
        firstSeen: '2026-11-21T01:17:27.000Z',
        lastSeen: '2026-11-21T01:17:28.000Z',
      });
    });

    it('of a node are those of its pod, and what Argo says of it', async () => {
      const path = bench.run(`${PARAMS}.final`);
      cluster.events = [
        event('Workflow', PARAMS, 'GenSucceeded', 40, ofNode(GEN)),
        event('Workflow', PARAMS, 'UseSucceeded', 41, ofNode(USE)),
        event('Workflow', PARAMS, 'WorkflowSucceeded', 50),
        event('Pod', GEN_POD, 'Pulled', 28),
        event('Pod', `${PARAMS}-u-308435234`, 'Scheduled', 29),
      ];
      const reasons = async (id: string) =>
        (await events(`${path}/events?node=${id}`)).map(({ reason }) => reason);
      expect(await reasons(GEN)).toEqual(['Pulled', 'GenSucceeded']);
      expect(await reasons(PARAMS)).toEqual([]);
      expect((await get(`${path}/events?node=a&node=b`)).status).toBe(400);
    });

    it('are shared by those who ask at the same time, and say why they cannot be had', async () => {
      const path = bench.run(`${PARAMS}.final`);
      await Promise.all([1, 2, 3].map(() => events(`${path}/events`)));
      expect(cluster.count('events')).toBe(2);
      const other = bench.run(`container-set.final`);
      cluster.failures.set('events', {
        reason: 'forbidden',
        message: 'events is forbidden.',
      });
      const answer = await get(`${other}/events`);
      expect([answer.status, message(answer)]).toEqual([
        503,
        'events is forbidden',
      ]);
    });
  });
});
