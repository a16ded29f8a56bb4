import fc from 'fast-check';
import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import {
  SimulatedWorkflow,
  WorkflowIntervention,
  WorkflowSimulation,
  WorkflowSimulationOptions,
} from './index';
import {
  after,
  dagTemplate,
  podTemplate,
  stepsTemplate,
  workflowOf,
} from './testUtils/workflows';

const LATER = 400;
const PODS = ['ok', 'flaky', 'bad', 'wait', 'set', 'db', 'sure-db', 'alone'];
const ENDED = ['Succeeded', 'Failed', 'Error', 'Skipped', 'Omitted'];
const LEAVES: readonly JsonObject[] = [
  podTemplate('ok', { duration: '1-20', pull: '0-4' }),
  podTemplate(
    'flaky',
    { duration: '1-5', failuntil: '2' },
    { retryStrategy: { limit: '3', backoff: { duration: '2', factor: '2' } } },
  ),
  podTemplate('bad', { duration: '1-9', exit: '1' }),
  { name: 'wait', suspend: { duration: '7' } },
  {
    name: 'set',
    containerSet: {
      containers: [
        { name: 'a', image: 'alpine' },
        { name: 'b', image: 'alpine', dependencies: ['a'] },
      ],
    },
  },
  podTemplate('db', { duration: 'forever' }, { daemon: true }),
  podTemplate(
    'sure-db',
    { duration: 'forever' },
    { daemon: true, retryStrategy: { limit: '2' } },
  ),
  podTemplate(
    'alone',
    { duration: '1-6' },
    { synchronization: { mutexes: [{ name: 'one' }] } },
  ),
];

/** A step or task without its name, which depends on where it stands. */
const call = (templates: readonly string[]) =>
  fc.record({
    template: fc.constantFrom(...templates),
    when: fc.option(fc.constantFrom('1 > 2', 'a == a'), { nil: undefined }),
    withSequence: fc.option(
      fc.record({ count: fc.integer({ min: 0, max: 4 }) }),
      {
        nil: undefined,
        freq: 4,
      },
    ),
    continueOn: fc.option(fc.constant({ failed: true }), { nil: undefined }),
    onExit: fc.option(fc.constant('ok'), { nil: undefined, freq: 6 }),
  });

const steps = (name: string, templates: readonly string[]) =>
  fc
    .tuple(
      fc.array(fc.array(call(templates), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.record({
        parallelism: fc.option(fc.integer({ min: 1, max: 3 }), {
          nil: undefined,
        }),
        failFast: fc.boolean(),
      }),
    )
    .map(([groups, further]) =>
      stepsTemplate(
        name,
        groups.map(group =>
          group.map((each, index) => ({ ...each, name: `s${index}` })),
        ),
        further,
      ),
    );

const dag = (name: string, templates: readonly string[]) =>
  fc
    .array(fc.tuple(call(templates), fc.array(fc.nat(), { maxLength: 2 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map(tasks =>
      dagTemplate(
        name,
        tasks.map(([each, before], index) => ({
          ...each,
          name: `t${index}`,
          // Only on earlier ones, so that there is no cycle.
          dependencies:
            index === 0 ? [] : before.map(number => `t${number % index}`),
        })),
      ),
    );

const composite = (name: string, templates: readonly string[]) =>
  fc.oneof(steps(name, templates), dag(name, templates));

const workflow = fc
  .tuple(
    composite('main', [...PODS, 'inner']),
    composite('inner', PODS),
    fc.record({
      onExit: fc.option(fc.constantFrom('ok', 'inner'), { nil: undefined }),
      parallelism: fc.option(fc.integer({ min: 1, max: 4 }), {
        nil: undefined,
      }),
      activeDeadlineSeconds: fc.option(fc.integer({ min: 5, max: 60 }), {
        nil: undefined,
        freq: 8,
      }),
    }),
  )
  .map(([main, inner, spec]) => workflowOf([main, inner, ...LEAVES], spec));

const intervention: fc.Arbitrary<WorkflowIntervention> = fc.record({
  at: fc.integer({ min: 0, max: 60 }).map(after),
  action: fc.constantFrom(
    'suspend',
    'resume',
    'stop',
    'terminate',
    'resume-node',
  ),
});

const options: fc.Arbitrary<WorkflowSimulationOptions> = fc
  .record({
    workflow,
    interventions: fc.array(intervention, { maxLength: 2 }),
    timing: fc.record({
      requeueMs: fc.constantFrom(500, 1_000, 10_000),
      podCreationMs: fc.constantFrom(0, 20, 400),
    }),
  })
  .map(each => ({
    ...each,
    // What was suspended goes on at some time, or it would never end.
    interventions: [...each.interventions, { at: after(90), action: 'resume' }],
  }));

function nodesOf({ status }: SimulatedWorkflow): JsonObject[] {
  return Object.values(objectAt(status, 'nodes')).filter(isJsonObject);
}

function timeOf(value: unknown): number {
  return value === null ? Infinity : Date.parse(String(value));
}

/** The workflow whenever something about it changes, until nothing does any more. */
function history(given: WorkflowSimulationOptions): SimulatedWorkflow[] {
  const simulation = WorkflowSimulation.create(given);
  const snapshots: SimulatedWorkflow[] = [];
  for (
    let at = simulation.nextChangeAt;
    at !== undefined;
    at = simulation.nextChangeAt
  ) {
    const { workflow: changed } = simulation.advance(at);
    if (changed || simulation.nextChangeAt === undefined) {
      snapshots.push(simulation.snapshot());
    }
  }
  return snapshots;
}

/** What a snapshot shows, lazily made parts included. */
function shown(snapshot: SimulatedWorkflow): JsonObject {
  const { status, labels, annotations, completed, pods, events } = snapshot;
  const logs = pods.map(({ name }) =>
    ['init', 'wait', 'main'].map(container =>
      snapshot.log({ pod: name, container }),
    ),
  );
  return { status, labels, annotations, completed, pods, events, logs };
}

/** What must not be in any snapshot, in words. */
function flawsOf(snapshot: SimulatedWorkflow): string[] {
  const nodes = nodesOf(snapshot);
  const ids = new Set<unknown>(nodes.map(({ id }) => id));
  const pods = new Set<unknown>(snapshot.pods.map(({ nodeId }) => nodeId));
  const unknown = (list: unknown) =>
    Array.isArray(list) && list.some(each => !ids.has(each));
  return nodes.flatMap(node => {
    const { name, phase, boundaryID = 'wf' } = node;
    const isEnded = ENDED.includes(String(phase));
    return [
      ...(ids.has(boundaryID) ? [] : [`${name} has no boundary`]),
      ...(unknown(node.children) ? [`${name} has unknown children`] : []),
      ...(unknown(node.outboundNodes) ? [`${name} has unknown ends`] : []),
      ...(timeOf(node.startedAt) <= timeOf(node.finishedAt)
        ? []
        : [`${name} ends before it begins`]),
      ...(isEnded && node.finishedAt === null ? [`${name} has no end`] : []),
      ...(phase === 'Succeeded' && node.type === 'Pod' && !pods.has(node.id)
        ? [`${name} has no pod`]
        : []),
      ...(snapshot.completed && !isEnded ? [`${name} is ${phase}`] : []),
    ];
  });
}

/** What became otherwise than it was, in words. */
function undone(before: SimulatedWorkflow, later: SimulatedWorkflow): string[] {
  const nodes = objectAt(later.status, 'nodes');
  const changed = nodesOf(before).flatMap(node => {
    const now = objectAt(nodes, String(node.id));
    const fixed = ['name', 'type', 'startedAt'];
    if (ENDED.includes(String(node.phase)) && !node.daemoned) {
      fixed.push('phase', 'finishedAt');
    }
    return fixed
      .filter(field => node[field] !== now[field])
      .map(field => `${field} of ${node.name}`);
  });
  const seen = JSON.stringify(before.events).slice(0, -1);
  const all = JSON.stringify(later.events);
  return [...changed, ...(all.startsWith(seen) ? [] : ['events'])];
}

describe('any workflow', () => {
  it('ends, and until then only goes forward', () => {
    fc.assert(
      fc.property(options, given => {
        const snapshots = history(given);
        expect(snapshots.flatMap(flawsOf)).toEqual([]);
        expect(
          snapshots
            .slice(1)
            .flatMap((later, index) => undone(snapshots[index], later)),
        ).toEqual([]);
        expect(snapshots.at(-1)?.completed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same, whatever steps its time goes on in', () => {
    fc.assert(
      fc.property(
        options,
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
        (given, stops) => {
          const [atOnce, inSteps] = [1, 2].map(() =>
            WorkflowSimulation.create(given),
          );
          for (const stop of [...stops].sort((a, b) => a - b)) {
            inSteps.advance(after(stop / 4));
          }
          for (const simulation of [atOnce, inSteps]) {
            simulation.advance(after(100));
          }
          expect(JSON.stringify(shown(inSteps.snapshot()))).toBe(
            JSON.stringify(shown(atOnce.snapshot())),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('shows nothing new before it says so, and what it showed stays', () => {
    fc.assert(
      fc.property(
        options,
        fc.integer({ min: 0, max: 240 }),
        (given, second) => {
          const simulation = WorkflowSimulation.create(given);
          simulation.advance(after(second / 4));
          const snapshot = simulation.snapshot();
          const { nextChangeAt = after(LATER) } = snapshot;
          const { logs, ...before } = shown(snapshot);
          const changes = simulation.advance(nextChangeAt - 1);
          expect(changes).toMatchObject({
            workflow: false,
            pods: [],
            events: [],
          });
          const { logs: _logs, ...same } = shown(simulation.snapshot());
          expect(same).toEqual(before);
          simulation.advance(after(LATER));
          expect(shown(snapshot)).toEqual({ ...before, logs });
        },
      ),
      { numRuns: 40 },
    );
  });
});
