import { BUILDERS } from './builders';
import { FURTHER_WORKFLOWS } from './furtherWorkflows';
import { GLOBEX_WORKFLOWS } from './globexWorkflows';
import { ACME_WORKFLOWS } from './acmeWorkflows';
import { WorkflowSeed } from './WorkflowSeed';

/** The workflows of the demo. */
export const DEMO_WORKFLOWS: readonly WorkflowSeed[] = [
  ...BUILDERS,
  ...ACME_WORKFLOWS,
  ...GLOBEX_WORKFLOWS,
  ...FURTHER_WORKFLOWS,
];
