import { gunzipSync } from 'node:zlib';
import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import { WorkflowSimulation } from './index';
import {
  after,
  CREATED_AT,
  dagTemplate,
  given,
  nodeNamed,
  outline,
  podTemplate,
  simulateUntil,
  stepsTemplate,
  workflowOf,
} from './testUtils/workflows';

const FOREVER = podTemplate('long', { duration: 'forever' });
const QUICK = podTemplate('quick');
const BAD = podTemplate('bad', { duration: '1', exit: '3' });
const LATER = 600;

function step(name: string, template = 'quick', further: JsonObject = {}) {
  return { name, template, ...further };
}

describe('what people do to a workflow', () => {
  const TWO_STEPS = workflowOf([
    stepsTemplate('main', [[step('first')], [step('second')]]),
    QUICK,
  ]);

  it('starts nothing new while suspended, but lets pods end', () => {
    const interventions = [{ at: after(2), action: 'suspend' as const }];
    const suspended = simulateUntil(LATER, TWO_STEPS, { interventions });
    expect(outline(suspended)).toEqual({
      wf: 'Steps Running',
      '[0]': 'StepGroup Running',
      first: 'Pod Succeeded',
    });
    expect(suspended.nextChangeAt).toBeUndefined();
    const resumed = simulateUntil(LATER, TWO_STEPS, {
      interventions: [...interventions, { at: after(60), action: 'resume' }],
    });
    expect(resumed.status.phase).toBe('Succeeded');
    expect(nodeNamed(resumed, 'second').startedAt).toBe('2026-11-21T08:01:01Z');
  });

  it('is suspended from the start by its spec', () => {
    const workflow = workflowOf([QUICK], { suspend: true });
    const suspended = simulateUntil(LATER, workflow);
    expect(suspended.status.phase).toBe('Running');
    expect(suspended.status.nodes).toBeUndefined();
  });

  it('waits at a node until somebody lets it go on', () => {
    const workflow = workflowOf([
      stepsTemplate('main', [
        [step('approve', 'approval'), step('other', 'approval')],
        [
          step(
            'use',
            'quick',
            given({ by: '{{steps.approve.outputs.parameters.by}}' }),
          ),
        ],
      ]),
      {
        name: 'approval',
        suspend: {},
        outputs: {
          parameters: [
            { name: 'by', valueFrom: { supplied: {}, default: 'nobody' } },
          ],
        },
      },
      { ...QUICK, inputs: { parameters: [{ name: 'by' }] } },
    ]);
    const resume = (node?: string) => ({
      at: after(30),
      action: 'resume-node' as const,
      node,
    });
    const waiting = simulateUntil(LATER, workflow, {
      interventions: [resume('approve')],
    });
    expect(outline(waiting)).toMatchObject({
      approve: 'Suspend Succeeded',
      other: 'Suspend Running',
    });
    const done = simulateUntil(LATER, workflow, { interventions: [resume()] });
    expect(nodeNamed(done, 'use').inputs).toEqual({
      parameters: [{ name: 'by', value: 'nobody' }],
    });
  });

  const WITH_EXIT = workflowOf(
    [
      stepsTemplate('main', [[step('long', 'long')], [step('never')]]),
      FOREVER,
      QUICK,
      stepsTemplate('bye', [[step('tell')]]),
    ],
    { onExit: 'bye' },
  );

  it('runs exit handlers when stopped', () => {
    const stopped = simulateUntil(LATER, WITH_EXIT, {
      interventions: [{ at: after(10), action: 'stop' }],
    });
    expect(stopped.status).toMatchObject({
      phase: 'Failed',
      message: "Stopped with strategy 'Stop'",
    });
    expect(outline(stopped)).toMatchObject({
      long: 'Pod Failed workflow shutdown with strategy:  Stop',
      tell: 'Pod Succeeded',
      'wf.onExit': 'Steps Succeeded',
    });
    expect(nodeNamed(stopped, 'never')).toEqual({});
    const [pod] = stopped.pods;
    expect(pod.phase).toBe('Failed');
    expect(
      pod.containers.find(({ name }) => name === 'main')?.current,
    ).toMatchObject({ state: 'terminated', exitCode: 143 });
    expect(stopped.events.map(({ reason }) => reason)).toContain('Killing');
  });

  it('runs nothing any more when terminated', () => {
    const terminated = simulateUntil(LATER, WITH_EXIT, {
      interventions: [{ at: after(10), action: 'terminate' }],
    });
    expect(terminated.status.message).toBe("Stopped with strategy 'Terminate'");
    expect(Object.keys(outline(terminated))).not.toContain('wf.onExit');
  });

  it('goes on from where it is when somebody acts while it runs', () => {
    const simulation = WorkflowSimulation.create({ workflow: WITH_EXIT });
    simulation.advance(after(60));
    simulation.intervene({ at: after(10), action: 'terminate' });
    expect(simulation.advance(after(60)).workflow).toBe(false);
    expect(simulation.advance(after(90)).workflow).toBe(true);
    expect(simulation.snapshot().status).toMatchObject({
      phase: 'Failed',
      finishedAt: '2026-11-21T08:01:10Z',
    });
  });
});

describe('limits', () => {
  it('ends what runs when the workflow may not run any longer', () => {
    const late = simulateUntil(
      LATER,
      workflowOf(
        [
          stepsTemplate('main', [[step('long', 'long'), step('wait', 'wait')]]),
          FOREVER,
          { name: 'wait', suspend: {} },
        ],
        {
          activeDeadlineSeconds: 20,
        },
      ),
    );
    expect(outline(late)).toMatchObject({
      long: 'Pod Failed Step exceeded its deadline',
      wait: 'Suspend Failed Step exceeded its deadline',
    });
    expect(late.status).toMatchObject({
      phase: 'Failed',
      finishedAt: '2026-11-21T08:00:20Z',
    });
  });

  it('ends a pod that may not run any longer', () => {
    const late = simulateUntil(
      LATER,
      workflowOf([{ ...FOREVER, activeDeadlineSeconds: 30 }]),
    );
    const message =
      'Pod was active on the node longer than the specified deadline';
    expect(outline(late)).toEqual({ wf: `Pod Failed ${message}` });
    expect(late.pods[0]).toMatchObject({
      phase: 'Failed',
      reason: 'DeadlineExceeded',
      message,
    });
  });

  it.each([
    ['of the workflow', { parallelism: 3 }, {}],
    ['of the template', {}, { parallelism: 3 }],
  ])(
    'runs no more pods at once than the parallelism %s',
    (_of, spec, template) => {
      const simulation = WorkflowSimulation.create({
        workflow: workflowOf(
          [
            stepsTemplate(
              'main',
              [[step('each', 'quick', { withSequence: { count: '20' } })]],
              template,
            ),
            QUICK,
          ],
          spec,
        ),
        timing: { requeueMs: 1_000 },
      });
      let most = 0;
      for (let second = 0; !simulation.completed; second += 1) {
        simulation.advance(after(second));
        const running = simulation
          .snapshot()
          .pods.filter(
            ({ phase }) => phase === 'Pending' || phase === 'Running',
          );
        most = Math.max(most, running.length);
      }
      expect(most).toBe(3);
      expect(simulation.snapshot().status).toMatchObject({
        phase: 'Succeeded',
        progress: '20/20',
      });
    },
  );

  it('ends a template at its first failure if it says so', () => {
    const failed = simulateUntil(
      LATER,
      workflowOf([
        stepsTemplate(
          'main',
          [
            [
              step('bad', 'bad'),
              ...Array.from({ length: 4 }, (_, index) => step(`more${index}`)),
            ],
          ],
          { failFast: true, parallelism: 1 },
        ),
        BAD,
        QUICK,
      ]),
    );
    expect(outline(failed)).toEqual({
      wf: 'Steps Failed template has failed or errored children and failFast enabled',
      '[0]':
        'StepGroup Failed template has failed or errored children and failFast enabled',
      bad: 'Pod Failed main: Error (exit code 3)',
    });
  });
});

describe('attempts', () => {
  const flaky = (strategy: JsonObject, behaviour: Record<string, string>) =>
    workflowOf([
      podTemplate(
        'flaky',
        { duration: '1', ...behaviour },
        { retryStrategy: strategy },
      ),
    ]);

  it('waits longer and longer between them, and says so', () => {
    const backoff = { duration: '10', factor: '2' };
    const workflow = flaky({ limit: '2', backoff }, { exit: '1' });
    expect(outline(simulateUntil(8, workflow)).wf).toBe(
      'Retry Running Backoff for 10 seconds',
    );
    const done = simulateUntil(LATER, workflow);
    expect(outline(done)).toEqual({
      wf: 'Retry Failed No more retries left',
      'wf(0)': 'Pod Failed main: Error (exit code 1)',
      'wf(1)': 'Pod Failed main: Error (exit code 1)',
      'wf(2)': 'Pod Failed main: Error (exit code 1)',
    });
    const [first, second, third] = [0, 1, 2].map(index =>
      Date.parse(String(nodeNamed(done, `wf(${index})`).startedAt)),
    );
    expect(third - second).toBeGreaterThan(second - first + 8_000);
  });

  it.each([
    [
      'an exit code that is not worth it',
      { expression: 'asInt(lastRetry.exitCode) == 137' },
      { exit: '1' },
      'retryStrategy.expression evaluated to false',
    ],
    [
      'a policy that is about errors',
      { retryPolicy: 'OnError' },
      { exit: '1' },
      'main: Error (exit code 1)',
    ],
    [
      'the longest time',
      { backoff: { duration: '1m', maxDuration: '30s' } },
      { exit: '1' },
      'Backoff would exceed max duration limit',
    ],
  ])('ends after %s', (_why, strategy, behaviour, message) => {
    expect(outline(simulateUntil(LATER, flaky(strategy, behaviour))).wf).toBe(
      `Retry Failed ${message}`,
    );
  });

  it('knows how many there were', () => {
    const { args, ...template } = podTemplate(
      'flaky',
      { duration: '1', failuntil: '1', message: 'attempt {{retries}}' },
      { retryStrategy: { limit: '3' }, args: [] },
    );
    expect(args).toEqual([]);
    const done = simulateUntil(LATER, workflowOf([template]));
    expect(outline(done)).toEqual({
      wf: 'Retry Succeeded',
      'wf(0)': 'Pod Failed main: Error (exit code 1): attempt 0',
      'wf(1)': 'Pod Succeeded',
    });
  });
});

describe('locks', () => {
  const exclusive = (further: JsonObject = {}) =>
    podTemplate(
      'quick',
      { duration: '5' },
      { synchronization: { mutexes: [{ name: 'stock' }] }, ...further },
    );
  const BUSY = [
    {
      name: 'runs/Mutex/stock',
      holder: 'runs/other',
      from: CREATED_AT,
      until: after(40),
    },
  ];

  it('are waited for by a node', () => {
    const workflow = workflowOf([exclusive()]);
    const waiting = simulateUntil(20, workflow, { locks: BUSY });
    expect(nodeNamed(waiting, 'wf')).toMatchObject({
      type: 'Pod',
      phase: 'Pending',
      message: 'Waiting for runs/Mutex/stock lock. Lock status: 0/1',
      synchronizationStatus: { waiting: 'runs/Mutex/stock' },
    });
    expect(waiting.pods).toHaveLength(0);
    const done = nodeNamed(
      simulateUntil(LATER, workflow, { locks: BUSY }),
      'wf',
    );
    expect(done).toMatchObject({ phase: 'Succeeded' });
    expect(done).not.toHaveProperty('synchronizationStatus');
    expect(done).not.toHaveProperty('message');
  });

  it('are waited for by a workflow', () => {
    const workflow = workflowOf([QUICK], {
      synchronization: { mutex: { name: 'stock' } },
    });
    const waiting = simulateUntil(20, workflow, { locks: BUSY });
    expect(waiting.status).toMatchObject({
      phase: 'Pending',
      startedAt: null,
      message: 'Waiting for runs/Mutex/stock lock. Lock status: 0/1',
      synchronization: {
        mutex: {
          waiting: [{ holder: 'runs/other', mutex: 'runs/Mutex/stock' }],
        },
      },
    });
    expect(simulateUntil(41, workflow, { locks: BUSY }).status).toMatchObject({
      phase: 'Running',
      startedAt: '2026-11-21T08:00:40Z',
      synchronization: {
        mutex: { holding: [{ holder: 'runs/wf', mutex: 'runs/Mutex/stock' }] },
      },
    });
    const { status } = simulateUntil(LATER, workflow, { locks: BUSY });
    expect(status.phase).toBe('Succeeded');
    expect(status).not.toHaveProperty('synchronization');
  });

  it.each([
    ['one', new Map(), 1],
    [
      'as many as the semaphore lets',
      new Map([['runs/ConfigMap/limits/stock', 2]]),
      2,
    ],
  ])('let %s of the own nodes run at once', (_what, semaphoreLimits, limit) => {
    const synchronization = {
      semaphores: [{ configMapKeyRef: { name: 'limits', key: 'stock' } }],
    };
    const simulation = WorkflowSimulation.create({
      workflow: workflowOf([
        stepsTemplate('main', [
          [step('each', 'quick', { withSequence: { count: '4' } })],
        ]),
        exclusive({ synchronization }),
      ]),
      semaphoreLimits,
      timing: { requeueMs: 500 },
    });
    let most = 0;
    for (let second = 0; !simulation.completed; second += 1) {
      simulation.advance(after(second));
      most = Math.max(
        most,
        simulation.snapshot().pods.filter(({ phase }) => phase === 'Running')
          .length,
      );
    }
    expect(most).toBe(limit);
    expect(simulation.snapshot().status.phase).toBe('Succeeded');
  });
});

describe('pods that do not start', () => {
  it.each([
    [
      'no machine fits',
      { unschedulable: '0/3 nodes are available: 3 Insufficient memory.' },
      'Unschedulable: 0/3 nodes are available: 3 Insufficient memory.',
      'FailedScheduling',
    ],
    [
      'there is no such image',
      { pull: 'forever' },
      'ImagePullBackOff: Back-off pulling image "alpine:3"',
      'BackOff',
    ],
  ])('because %s', (_why, behaviour, message, reason) => {
    const stuck = simulateUntil(
      LATER,
      workflowOf([podTemplate('main', behaviour)]),
    );
    expect(outline(stuck)).toEqual({ wf: `Pod Pending ${message}` });
    expect(stuck.pods[0].phase).toBe('Pending');
    expect(
      stuck.events
        .filter(({ type }) => type === 'Warning')
        .map(event => event.reason),
    ).toContain(reason);
  });

  it('until their image is there', () => {
    const workflow = workflowOf([
      podTemplate('main', { pull: '30', duration: '10' }),
    ]);
    expect(outline(simulateUntil(20, workflow))).toEqual({
      wf: 'Pod Pending PodInitializing',
    });
    expect(outline(simulateUntil(40, workflow))).toEqual({ wf: 'Pod Running' });
    expect(simulateUntil(LATER, workflow).status.phase).toBe('Succeeded');
  });
});

describe('thousands of nodes', () => {
  it('are compressed, and end', () => {
    const simulation = WorkflowSimulation.create({
      workflow: workflowOf([
        stepsTemplate('main', [
          [
            step('each', 'quick', {
              withSequence: { count: '5000' },
              ...given({ number: '{{item}}' }),
            }),
          ],
          [step('join', 'quick', given({ number: 'all' }))],
        ]),
        { ...QUICK, inputs: { parameters: [{ name: 'number' }] } },
      ]),
      timing: { requeueMs: 1_000 },
    });
    simulation.advance(after(2 * LATER));
    const { status, pods } = simulation.snapshot();
    expect(status).toMatchObject({ phase: 'Succeeded', progress: '5001/5001' });
    expect(pods).toHaveLength(5_001);
    expect(status).not.toHaveProperty('nodes');
    const nodes: unknown = JSON.parse(
      gunzipSync(
        Buffer.from(String(status.compressedNodes), 'base64'),
      ).toString(),
    );
    expect(isJsonObject(nodes) && Object.keys(nodes)).toHaveLength(5_004);
    expect(
      objectAt(nodes, Object.keys(isJsonObject(nodes) ? nodes : {})[1]),
    ).toHaveProperty('inputs');
  });

  it('end where templates call each other without end', () => {
    const again = stepsTemplate('main', [[step('again', 'main')]]);
    const { status } = simulateUntil(LATER, workflowOf([again]));
    expect(status.phase).toBe('Failed');
    expect(JSON.stringify(status.nodes)).toContain(
      'Maximum recursion depth exceeded',
    );
  });

  it('one after the other', () => {
    const tasks = Array.from({ length: 2_500 }, (_, index) =>
      step(
        `t${index}`,
        'quick',
        index === 0 ? {} : { dependencies: [`t${index - 1}`] },
      ),
    );
    const done = simulateUntil(
      20 * LATER,
      workflowOf([
        dagTemplate('main', tasks),
        podTemplate('quick', { duration: '0' }),
      ]),
    );
    expect(done.status).toMatchObject({
      phase: 'Succeeded',
      progress: '2500/2500',
    });
  });
});

describe('events', () => {
  it('tell what became of the workflow, its nodes and its pods', () => {
    const done = simulateUntil(
      LATER,
      workflowOf([stepsTemplate('main', [[step('bad', 'bad')]]), BAD]),
      { hosts: ['node-1'] },
    );
    const lines = done.events.map(
      ({ object, reason, message }) => `${object.kind} ${reason}: ${message}`,
    );
    const id = nodeNamed(done, 'bad').id;
    const pod = done.pods[0].name;
    expect(lines).toEqual([
      'Workflow WorkflowRunning: Workflow Running',
      'Workflow WorkflowNodeRunning: Running node wf',
      'Workflow WorkflowNodeRunning: Running node wf[0]',
      `Pod Scheduled: Successfully assigned runs/${pod} to node-1`,
      'Pod Created: Created container: init',
      'Pod Started: Started container init',
      'Pod Pulled: Container image "alpine:3" already present on machine',
      'Pod Created: Created container: wait',
      'Pod Started: Started container wait',
      'Pod Created: Created container: main',
      'Pod Started: Started container main',
      'Workflow WorkflowNodeRunning: Running node wf[0].bad',
      `Workflow WorkflowFailed: child '${id}' failed`,
      'Workflow WorkflowNodeFailed: Failed node wf[0].bad: main: Error (exit code 3)',
      `Workflow WorkflowNodeFailed: Failed node wf[0]: child '${id}' failed`,
      `Workflow WorkflowNodeFailed: Failed node wf: child '${id}' failed`,
    ]);
    expect(
      done.events.every(
        ({ at }, index) => index === 0 || at >= done.events[index - 1].at,
      ),
    ).toBe(true);
    expect(done.events[0].at).toBeGreaterThan(CREATED_AT);
    expect(done.events.at(-1)?.at).toBeLessThan(after(LATER));
  });
});
