import { DAY, HOUR, MINUTE } from '../../durations';
import { RunSeed } from '../../RunSeed';
import { buildRun } from './buildRun';

const namespace = 'globex';

function training(
  name: string,
  workflow: string,
  age: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return { namespace, name, workflow, age, pace: 6, ...details };
}

const WIND = 'Workflow/wind-forecast-training';
const LOAD = 'Workflow/load-forecast-training';

const TRAINING_RUNS: readonly RunSeed[] = [
  training('wind-2026-46', WIND, 8 * DAY, { parameters: { folds: 12 } }),
  training('wind-2026-47', WIND, 2 * DAY + 6 * HOUR, {
    parameters: { folds: 12 },
    behaviour: { evaluate: { param: 'improvement=-0.4' } },
  }),
  training('wind-2026-47-gpu', WIND, 1 * DAY + 5 * HOUR, {
    behaviour: {
      train: {
        exit: 137,
        reason: 'OOMKilled',
        message: 'CUDA out of memory',
      },
    },
    startedBy: 'user:default/jonas',
  }),
  training('wind-2026-48', WIND, 3 * MINUTE + 30_000, {
    parameters: { folds: 16 },
  }),
  // Argo has been removed from the plane since; what the control plane wrote down stays.
  training('load-2026-46', LOAD, 9 * DAY, { fate: 'argo-gone' }),
  training('load-2026-47', LOAD, 2 * DAY + 1 * HOUR, { fate: 'argo-gone' }),
  training('load-2026-48', LOAD, 50 * MINUTE, { fate: 'unreachable' }),
];

function night(
  date: string,
  age: number,
  behaviour?: RunSeed['behaviour'],
): RunSeed {
  return {
    namespace,
    name: `grid-check-${date}`,
    workflow: 'Workflow/grid-model-check',
    age,
    pace: 5,
    behaviour,
  };
}

const NIGHTLY_RUNS: readonly RunSeed[] = [
  night('friday', 5 * DAY + 7 * HOUR),
  night('saturday', 4 * DAY + 7 * HOUR, {
    compare: { param: 'deviation=8' },
  }),
  night('sunday', 3 * DAY + 7 * HOUR),
  night('monday', 2 * DAY + 7 * HOUR, {
    compare: { exit: 2, message: 'measurements of 14 feeders are missing' },
  }),
  night('tuesday', 1 * DAY + 7 * HOUR),
  night('today', 7 * HOUR),
];

const BUILD_RUNS: readonly RunSeed[] = [
  buildRun({
    of: 'globex/metering-api',
    name: 'metering-api-build-12',
    age: 12 * DAY + 2 * HOUR,
    commit: '4d0aa19',
  }),
  buildRun({
    of: 'globex/metering-api',
    name: 'metering-api-build-13',
    age: 3 * DAY + 5 * HOUR,
    branch: 'quarter-hours',
    commit: 'b7e35c2',
    interventions: [{ after: 9_000, action: 'stop' }],
  }),
  buildRun({
    of: 'globex/metering-api',
    name: 'metering-api-build-14',
    age: 3 * DAY + 4 * HOUR,
    branch: 'quarter-hours',
    commit: 'b7e35c2',
    rerunOf: 'metering-api-build-13',
    startedBy: 'user:default/jonas',
  }),
  buildRun({
    of: 'globex/substation-gateway',
    name: 'substation-gateway-build-4',
    age: 7 * DAY + 6 * HOUR,
    commit: '81fd06e',
  }),
  buildRun({
    of: 'globex/substation-gateway',
    name: 'substation-gateway-build-5',
    age: 1 * DAY + 1 * HOUR,
    commit: '2ce94b7',
  }),
];

/** The runs of Globex. */
export const GLOBEX_RUNS: readonly RunSeed[] = [
  ...TRAINING_RUNS,
  ...NIGHTLY_RUNS,
  ...BUILD_RUNS,
];
