import { RunSeed } from '../../RunSeed';
import { ACME_RUNS } from './acmeRuns';
import { FURTHER_RUNS } from './furtherRuns';
import { GLOBEX_RUNS } from './globexRuns';

/** Every workflow run of the demo. */
export const DEMO_RUNS: readonly RunSeed[] = [
  ...ACME_RUNS,
  ...GLOBEX_RUNS,
  ...FURTHER_RUNS,
];
