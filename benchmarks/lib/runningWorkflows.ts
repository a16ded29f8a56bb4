import type { PlantedWorkflow } from '@openchoreo-planes/control-plane-sim';

const SECOND = 1000;
/** So often Argo's controller looks at a workflow that goes on. */
const LOOK_MS = 10 * SECOND;
const LANES = ['api', 'web', 'worker', 'docs', 'charts', 'e2e'];
const STAGES = ['fetch', 'lint', 'compile', 'test', 'package', 'publish'];
const ITEMS = 2600;
const AT_A_TIME = 100;
const MINUTES_BEFORE = 14;

/** A kind of workflow whose nodes finish all the time for some minutes. */
export interface RunningWorkflow {
  readonly spec: PlantedWorkflow['spec'];
  /** How old it is when somebody begins to watch it. */
  readonly ageMs: number;
}

function pod(name: string, duration: string) {
  return {
    name,
    metadata: { annotations: { 'sim/duration': duration } },
    container: { image: 'alpine:3' },
  };
}

/** Six lanes of six tasks each, one after the other. */
const ordinary: RunningWorkflow = {
  ageMs: 0,
  spec: {
    entrypoint: 'main',
    templates: [
      {
        name: 'main',
        dag: {
          tasks: LANES.flatMap(lane =>
            STAGES.map((stage, index) => ({
              name: `${stage}-${lane}`,
              template: 'task',
              ...(index > 0 && { depends: `${STAGES[index - 1]}-${lane}` }),
            })),
          ),
        },
      },
      pod('task', '6-30'),
    ],
  },
};

/** Thousands of items, a hundred of them at a time, of which most have ended. */
const large: RunningWorkflow = {
  ageMs: MINUTES_BEFORE * 60 * SECOND,
  spec: {
    entrypoint: 'main',
    parallelism: AT_A_TIME,
    templates: [
      {
        name: 'main',
        steps: [
          [
            {
              name: 'item',
              template: 'task',
              withSequence: { count: `${ITEMS}` },
            },
          ],
        ],
      },
      pod('task', '20-60'),
    ],
  },
};

export const RUNNING_WORKFLOWS = { ordinary, large };

/** The workflow, created so that several of them are not looked at by Argo at the same times. */
export function plant(
  name: string,
  { spec, ageMs }: RunningWorkflow,
): PlantedWorkflow {
  const createdAt = Date.now() - ageMs - Math.random() * LOOK_MS;
  return { namespace: 'workflows-acme', name, spec, createdAt };
}
