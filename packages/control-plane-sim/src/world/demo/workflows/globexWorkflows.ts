import { JsonObject } from '../../../objects/json';
import { argoSpec, call, inputs, pod, requests, withArguments } from './argo';
import { WorkflowSeed } from './WorkflowSeed';
import { cel } from '../../../controllers/workflowRuns/render/cel';

const TRAINER = 'registry.globex.example/forecast/trainer:12';

/** Telemetry of each region, one model of each fold, and a model that is published if it is better. */
function trainingSpec(regions: readonly string[], gpus: number): JsonObject {
  return argoSpec(
    'training',
    [
      {
        name: 'training',
        dag: {
          tasks: [
            call('fetch-telemetry', 'fetch', {
              ...withArguments({ region: '{{item}}' }),
              withItems: regions,
            }),
            call('build-features', 'features', {
              depends: 'fetch-telemetry.Succeeded',
            }),
            call('train', 'train', {
              depends: 'build-features',
              ...withArguments({ fold: '{{item}}' }),
              withSequence: { count: '{{workflow.parameters.folds}}' },
            }),
            call('evaluate', 'evaluate', { depends: 'train.Succeeded' }),
            call('publish-model', 'publish', {
              depends: 'evaluate',
              when: '{{tasks.evaluate.outputs.parameters.improvement}} > 0',
            }),
            call('keep-previous', 'keep', {
              depends: 'evaluate',
              when: '{{tasks.evaluate.outputs.parameters.improvement}} <= 0',
            }),
          ],
        },
      },
      pod(
        'fetch',
        TRAINER,
        'fetch-telemetry --region {{inputs.parameters.region}} --days {{workflow.parameters.days}}',
        { duration: '5-11' },
        inputs('region'),
      ),
      pod('features', TRAINER, 'build-features /data', { duration: 9 }),
      pod(
        'train',
        TRAINER,
        'train --fold {{inputs.parameters.fold}} --epochs 40',
        { duration: '18-30', pending: '1-5', log: 'train' },
        {
          ...inputs('fold'),
          container: {
            resources: {
              requests: { cpu: '8', memory: '24Gi' },
              limits: { 'nvidia.com/gpu': String(gpus) },
            },
          },
        },
      ),
      pod(
        'evaluate',
        TRAINER,
        'evaluate --against production',
        { duration: 8, param: 'improvement=1.8' },
        {
          outputs: {
            parameters: [
              {
                name: 'improvement',
                valueFrom: { path: '/tmp/improvement.txt' },
              },
            ],
          },
        },
      ),
      pod('publish', TRAINER, 'publish-model', { duration: 5 }),
      pod('keep', TRAINER, 'tag-model --stale', { duration: 2 }),
    ],
    {
      parallelism: 6,
      ...withArguments({
        days: cel('parameters.days'),
        folds: cel('parameters.folds'),
      }),
    },
  );
}

const TRAINING_PARAMETERS = {
  type: 'object',
  properties: {
    days: { type: 'integer', default: 90 },
    folds: { type: 'integer', default: 8 },
  },
};

function island(name: string): JsonObject {
  return call(`power-flow-${name}`, 'power-flow', {
    depends: 'export-model',
    ...withArguments({ island: name }),
  });
}

/** The nightly check: what has not changed is taken from a cache, and what is not needed does not run. */
const GRID_MODEL_CHECK: WorkflowSeed = {
  namespace: 'globex',
  name: 'grid-model-check',
  title: 'Grid model check',
  description: 'Validates the grid model against last night’s measurements',
  workflowPlane: 'WorkflowPlane/default',
  ttlAfterCompletion: '21d',
  parameters: {
    type: 'object',
    properties: { model: { type: 'string', default: '2026.11' } },
  },
  spec: argoSpec(
    'check',
    [
      {
        name: 'check',
        dag: {
          tasks: [
            call('export-model', 'export'),
            call('read-measurements', 'measurements'),
            island('north'),
            island('south'),
            island('offshore'),
            call('compare', 'compare', {
              depends:
                'read-measurements && power-flow-north && power-flow-south && power-flow-offshore',
            }),
            call('recalibrate', 'recalibrate', {
              depends: 'compare',
              when: '{{tasks.compare.outputs.parameters.deviation}} > 5',
            }),
            call('file-report', 'report', {
              depends:
                'compare.Succeeded && (recalibrate.Succeeded || recalibrate.Skipped)',
            }),
            call('call-operator', 'page', {
              depends: 'compare.Failed || compare.Errored',
            }),
          ],
        },
      },
      pod(
        'export',
        'registry.globex.example/grid/model:9',
        'export-model {{workflow.parameters.model}}',
        { duration: 22 },
        {
          memoize: {
            key: 'model-{{workflow.parameters.model}}',
            maxAge: '720h',
            cache: { configMap: { name: 'grid-model-cache' } },
          },
        },
      ),
      pod(
        'measurements',
        'registry.globex.example/grid/scada-client:5',
        'read-measurements --since yesterday',
        { duration: 12 },
      ),
      pod(
        'power-flow',
        'registry.globex.example/grid/solver:9',
        'solve --island {{inputs.parameters.island}}',
        { duration: '15-35', log: 'solve' },
        { ...inputs('island'), ...requests('8', '16Gi') },
      ),
      pod(
        'compare',
        'registry.globex.example/grid/model:9',
        'compare-model --tolerance 5',
        { duration: 7, param: 'deviation=3' },
        {
          outputs: {
            parameters: [
              { name: 'deviation', valueFrom: { path: '/tmp/deviation.txt' } },
            ],
          },
        },
      ),
      pod(
        'recalibrate',
        'registry.globex.example/grid/solver:9',
        'recalibrate',
        { duration: 30 },
      ),
      pod('report', 'registry.globex.example/grid/model:9', 'file-report', {
        duration: 3,
      }),
      pod(
        'page',
        'docker.io/curlimages/curl:8.17.0',
        'curl -fsS -X POST https://pager.globex.example/grid',
        { duration: 2, log: 'notify' },
      ),
    ],
    withArguments({ model: cel('parameters.model') }),
  ),
};

/** The workflows of Globex. */
export const GLOBEX_WORKFLOWS: readonly WorkflowSeed[] = [
  {
    namespace: 'globex',
    name: 'load-forecast-training',
    title: 'Load forecast training',
    description: 'Retrains the load forecast on the last 90 days',
    workflowPlane: 'WorkflowPlane/forecast-training',
    ttlAfterCompletion: '30d',
    parameters: TRAINING_PARAMETERS,
    spec: trainingSpec(['north', 'south'], 1),
  },
  {
    namespace: 'globex',
    name: 'wind-forecast-training',
    title: 'Wind forecast training',
    description: 'Retrains the wind forecast, one model for each fold',
    workflowPlane: 'WorkflowPlane/default',
    ttlAfterCompletion: '30d',
    parameters: TRAINING_PARAMETERS,
    spec: trainingSpec(['north-sea', 'baltic', 'great-plains', 'texas'], 1),
  },
  GRID_MODEL_CHECK,
];
