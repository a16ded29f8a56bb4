import { runActionResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { LiveApiBench } from '../__testUtils__/LiveApiBench';

const offline = {
  reason: 'no-agent',
  message: 'No agent is connected.',
} as const;

describe('actions', () => {
  const bench = new LiveApiBench();
  const { backend, cluster } = bench;

  beforeAll(() => bench.start());
  afterAll(() => bench.stop());

  const get = (path: string) => bench.server.get(path);
  const message = ({ body }: { body: { error?: { message?: string } } }) =>
    body.error?.message;

  const RUNNING = 'steps-parallel-fail.running';
  const suspend = ({ spec }: { spec: object }) =>
    void Object.assign(spec, { suspend: true });
  const shutdown =
    (strategy: string) =>
    ({ spec }: { spec: object }) =>
      void Object.assign(spec, { shutdown: strategy });

  const act = (path: string, action: string, body?: object) =>
    bench.server
      .post(`${path}/actions/${action}`)
      .send(body ?? { workflowUid: cluster.workflow?.metadata.uid });

  it.each([
    ['stop', undefined, { shutdown: 'Stop' }, { shutdown: 'Stop' }],
    [
      'terminate',
      shutdown('Stop'),
      { shutdown: 'Terminate' },
      { shutdown: 'Terminate' },
    ],
    ['suspend', undefined, { suspend: true }, { suspended: true }],
    ['resume', suspend, { suspend: null }, { suspended: false }],
  ])(
    '%s is a change of the spec of this very workflow, and audited',
    async (action, change, spec, then) => {
      const path = bench.run(RUNNING, change);
      const workflowUid = cluster.workflow?.metadata.uid;
      const answer = await act(path, action);
      expect(answer.status).toBe(200);
      expect(runActionResponseSchema.parse(answer.body)).toEqual({
        action,
        suspended: false,
        ...then,
      });
      expect(cluster.patches).toEqual([
        { metadata: { uid: workflowUid }, spec },
      ]);
      expect(backend.gateway.requests.at(-1)).toMatchObject({
        type: 'patch',
        request: {
          path: expect.arrayContaining(['workflows', 'steps-parallel-fail']),
        },
      });
      expect(backend.audited).toEqual([
        {
          eventId: `workflow-run-${action}`,
          severityLevel: 'medium',
          outcome: 'success',
          meta: {
            uid: path.split('/').at(-1),
            controlPlane: 'default',
            kind: 'WorkflowRun',
            namespace: 'acme',
            name: 'run-1',
            workflowUid,
          },
        },
      ]);
      cluster.asked.length = 0;
      await get(`${path}/timeline`);
      expect(cluster.asked).toContain('metadata');
    },
  );

  it.each<[string, string, Parameters<LiveApiBench['run']>[1], RegExp]>([
    ['stop', 'steps-parallel-fail.final', undefined, /has ended \(Failed\)/],
    ['stop', RUNNING, shutdown('Stop'), /being stopped already/],
    ['stop', RUNNING, shutdown('Terminate'), /being terminated already/],
    ['terminate', RUNNING, shutdown('Terminate'), /being terminated already/],
    ['suspend', RUNNING, suspend, /suspended already/],
    ['suspend', RUNNING, shutdown('Stop'), /being ended/],
    ['resume', RUNNING, undefined, /not suspended/],
    [
      'resume',
      'suspend-manual.running',
      ({ status }) => {
        const node = Object(status.nodes)['suspend-manual-1273203307'];
        Object.assign(node, { type: 'Suspend', phase: 'Running' });
      },
      /waits at its step 'a', which only Argo itself can resume/,
    ],
  ])(
    '%s is refused where it makes no sense: %s',
    async (action, recording, change, expected) => {
      const answer = await act(bench.run(recording, change), action);
      expect([answer.status, message(answer)]).toEqual([
        409,
        expect.stringMatching(expected),
      ]);
      expect(cluster.patches).toEqual([]);
      expect(backend.audited).toMatchObject([{ outcome: 'fail' }]);
    },
  );

  it('are for the workflow that the caller saw, as it is now', async () => {
    const path = bench.run(RUNNING);
    await get(`${path}/timeline`);
    const workflowUid = cluster.workflow?.metadata.uid;
    cluster.move(({ metadata }) => {
      metadata.uid = 'another';
    });
    const answer = await act(path, 'stop', { workflowUid });
    expect([answer.status, message(answer)]).toEqual([
      409,
      expect.stringMatching(/not the one that you saw/),
    ]);
    expect(cluster.patches).toEqual([]);
  });

  it.each([
    [422, 'metadata.uid: field is immutable', 409, /not the one that you saw/],
    [409, 'Precondition failed: UID in precondition', 409, /not the one that/],
    [409, 'the object has been modified', 409, /at the same moment: try again/],
    [422, 'spec.shutdown: Unsupported value', 503, /Unsupported value$/],
    [500, 'It failed.', 503, /^It failed$/],
  ])(
    'say what came of the change: %i %s',
    async (status, said, code, expected) => {
      const path = bench.run(RUNNING);
      cluster.failures.set('patch', {
        reason: 'kubernetes-error',
        status,
        message: said,
      });
      const answer = await act(path, 'stop');
      expect([answer.status, message(answer)]).toEqual([
        code,
        expect.stringMatching(expected),
      ]);
      expect(cluster.patches).toHaveLength(1);
    },
  );

  it.each([
    'unreachable',
    'timeout',
    'tunnel-timeout',
    'tunnel-broken',
  ] as const)(
    'say that nobody knows where no answer came: %s',
    async reason => {
      const path = bench.run(RUNNING);
      cluster.failures.set('patch', { reason, message: 'It was cut.' });
      const answer = await act(path, 'stop');
      expect([answer.status, message(answer)]).toEqual([
        503,
        'It was cut; it may have been done all the same: look at the run again',
      ]);
    },
  );

  it('cannot be done while the plane is offline, nor to what is gone or was never there', async () => {
    const path = bench.run(RUNNING);
    const workflowUid = cluster.workflow?.metadata.uid;
    backend.gateway.failure = offline;
    const answer = await act(path, 'stop');
    expect([answer.status, message(answer)]).toEqual([
      503,
      'No agent is connected',
    ]);
    const gone = bench.run(RUNNING);
    cluster.workflow = undefined;
    expect((await act(gone, 'stop', { workflowUid })).status).toBe(409);
    const never = await act(bench.run(), 'stop', { workflowUid });
    expect([never.status, message(never)]).toEqual([
      409,
      'No Argo workflow has been created for the run yet',
    ]);
  });

  it('are done once in two seconds to a run', async () => {
    const path = bench.run(RUNNING);
    expect((await act(path, 'suspend')).status).toBe(200);
    const again = await act(path, 'resume');
    expect([again.status, message(again)]).toEqual([
      429,
      expect.stringMatching(/^Something was done to the run just now/),
    ]);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    expect(cluster.patches).toHaveLength(1);
  });

  it.each([
    ['retry', { workflowUid: 'x' }, 404, /one of stop, terminate, suspend/],
    ['stop', {}, 400, /'workflowUid'/],
    ['stop', { workflowUid: 7 }, 400, /'workflowUid'/],
    ['stop', [], 400, /'workflowUid'/],
  ])(
    'are refused as they should be: %s %j',
    async (action, body, code, expected) => {
      const answer = await act(bench.run(RUNNING), action, body);
      expect([answer.status, message(answer)]).toEqual([
        code,
        expect.stringMatching(expected),
      ]);
      expect(backend.gateway.requests).toEqual([]);
    },
  );
});
