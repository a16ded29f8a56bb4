import { readWorkflowRun } from '../../../controllers/workflowRuns/workflowRunResource';
import { JsonObject } from '../../../objects/json';
import { planeClusters } from '../../planeClusters';
import { RunSeed } from '../../RunSeed';
import { DEMO_PLANES } from '../demoWorld';
import { DEMO_RUNS } from './demoRuns';
import { planDemoRuns } from './planDemoRuns';

const NOW = Date.parse('2026-11-25T12:00:00Z');

/** What becomes of runs as somebody would start them now, in so many milliseconds. */
function statusAfter(age: number, seed: Omit<RunSeed, 'age'>) {
  const { runs } = planDemoRuns({
    planes: DEMO_PLANES,
    clusters: planeClusters(DEMO_PLANES),
    seeds: [{ ...seed, age }],
    now: NOW,
  });
  const [{ manifest, status }] = runs;
  const object: JsonObject = {
    ...manifest,
    status: typeof status === 'function' ? status() : status,
  };
  const run = readWorkflowRun(object);
  const tasks = run?.status.tasks ?? [];
  return {
    conditions: (run?.status.conditions ?? []).map(
      ({ type, status: value }) => `${type}=${value}`,
    ),
    failed: tasks
      .filter(({ phase }) => phase === 'Failed')
      .map(({ name }) => name)
      .sort(),
    tasks: tasks.map(({ name }) => name),
  };
}

const CHECKOUT = {
  namespace: 'acme',
  name: 'checkout-build-120',
  workflow: 'Workflow/storefront-builder',
  project: 'storefront',
  component: 'checkout',
};
const REPOSITORY = { url: 'https://git.acme.example/storefront/checkout' };

describe('the workflows of the demo, started now', () => {
  it('storefront-builder fails at its integration tests within a minute', () => {
    const parameters = { repository: REPOSITORY };
    expect(statusAfter(61_000, { ...CHECKOUT, parameters })).toMatchObject({
      conditions: expect.arrayContaining([
        'WorkflowCompleted=True',
        'WorkflowFailed=True',
      ]),
      failed: [
        'integration-tests(0)',
        'integration-tests(1)',
        'integration-tests(2)',
      ],
    });
  });

  it('storefront-builder succeeds without its integration tests', () => {
    const parameters = {
      repository: REPOSITORY,
      tests: { integration: 'none' },
    };
    const { conditions, failed, tasks } = statusAfter(61_000, {
      ...CHECKOUT,
      parameters,
    });
    expect(conditions).toContain('WorkflowSucceeded=True');
    expect(failed).toEqual([]);
    expect(tasks).toContain('publish-image');
  });

  it('cleanup succeeds in twenty seconds', () => {
    const cleanup = {
      namespace: 'default',
      name: 'cleanup-47',
      workflow: 'Workflow/cleanup',
    };
    expect(statusAfter(22_000, cleanup).conditions).toContain(
      'WorkflowSucceeded=True',
    );
  });
});

describe('the runs of the demo', () => {
  it('have names of their own, and are on planes that exist', () => {
    const names = DEMO_RUNS.map(
      ({ namespace, name }) => `${namespace}/${name}`,
    );
    expect(new Set(names).size).toBe(names.length);
    const { runs, clusters } = planDemoRuns({
      planes: DEMO_PLANES,
      clusters: planeClusters(DEMO_PLANES),
      now: NOW,
    });
    expect(runs.length).toBe(DEMO_RUNS.length + 4);
    const planted = clusters.flatMap(({ workflows }) => workflows ?? []);
    const elsewhere = DEMO_RUNS.filter(
      ({ fate = 'submitted' }) => fate !== 'submitted',
    );
    expect(planted).toHaveLength(DEMO_RUNS.length - elsewhere.length);
  });
});
