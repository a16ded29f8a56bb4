import { DAY, HOUR, MINUTE } from '../../durations';
import { RunSeed } from '../../RunSeed';
import { buildRun } from './buildRun';

function payslips(
  name: string,
  age: number,
  count: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return {
    namespace: 'initech',
    name: `payslips-${name}`,
    workflow: 'Workflow/payslip-batch',
    parameters: { payRun: name, payslips: count },
    age,
    ...details,
  };
}

const INITECH_RUNS: readonly RunSeed[] = [
  payslips('corrections-10', 9 * DAY, 34),
  payslips('interns-11', 2 * DAY + 3 * HOUR, 48, {
    behaviour: {
      archive: {
        exit: 1,
        message: 'the archive refuses documents without a tax number',
      },
    },
  }),
  payslips('2026-11', 3 * MINUTE, 5_000, { pace: 3, compressed: true }),
  buildRun({
    of: 'initech/payroll-api',
    name: 'payroll-api-build-77',
    age: 10 * DAY + 1 * HOUR,
    commit: '5aa3f08',
  }),
  buildRun({
    of: 'initech/payroll-api',
    name: 'payroll-api-build-78',
    age: 4 * DAY + 6 * HOUR,
    commit: 'e1b97d4',
  }),
  // Its plane has never connected.
  buildRun({
    of: 'initech/timesheet-client',
    name: 'timesheet-client-build-1',
    age: 2 * DAY + 8 * HOUR,
    commit: '70c2e5b',
    fate: 'unreachable',
  }),
];

function declarations(
  name: string,
  vessel: string,
  age: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return {
    namespace: 'vandelay',
    name: `declarations-${name}`,
    workflow: 'Workflow/customs-declarations',
    parameters: { vessel },
    age,
    pace: 4,
    ...details,
  };
}

const VANDELAY_RUNS: readonly RunSeed[] = [
  declarations('costanza-31', 'MV Costanza', 6 * DAY, {
    interventions: [{ after: 3 * HOUR, action: 'resume-node' }],
  }),
  declarations('benes-07', 'MV Benes', 3 * DAY + 2 * HOUR, {
    behaviour: { submit: { failuntil: 2 } },
    interventions: [{ after: 1 * HOUR, action: 'resume-node' }],
  }),
  declarations('kramer-19', 'MV Kramer', 2 * DAY, {
    behaviour: {
      submit: { exit: 1, message: 'the customs office answers 500' },
    },
  }),
  // Waits for somebody to confirm that customs has released the goods.
  declarations('newman-02', 'MV Newman', 47 * MINUTE),
  ...[
    { number: 21, age: 12 * DAY, commit: 'a9d15c0' },
    { number: 22, age: 6 * DAY + 5 * HOUR, commit: '3c07be8' },
    { number: 23, age: 20 * HOUR, commit: 'f85a421' },
  ].map(({ number, ...run }) =>
    buildRun({
      of: 'vandelay/customs-gateway',
      name: `customs-gateway-build-${number}`,
      ...run,
    }),
  ),
];

function cleanup(
  number: number,
  age: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return {
    namespace: 'default',
    name: `cleanup-${number}`,
    workflow: 'Workflow/cleanup',
    age,
    ...details,
  };
}

const SANDBOX_RUNS: readonly RunSeed[] = [
  cleanup(44, 10 * DAY),
  cleanup(45, 3 * DAY),
  cleanup(46, 12 * MINUTE, {
    interventions: [{ after: 6_000, action: 'suspend' }],
  }),
  buildRun({
    of: 'default/greeter',
    name: 'greeter-build-1',
    age: 13 * DAY,
  }),
  buildRun({
    of: 'default/greeter',
    name: 'greeter-build-2',
    age: 1 * DAY + 2 * HOUR,
    branch: 'polite',
  }),
  {
    namespace: 'default',
    name: 'nightly-import-1',
    workflow: 'Workflow/nightly-import',
    age: 5 * DAY,
    fate: 'workflow-missing',
  },
  {
    namespace: 'default',
    name: 'farewell-build-1',
    workflow: 'ClusterWorkflow/dockerfile-builder',
    project: 'default',
    component: 'farewell',
    age: 1 * DAY + 3 * HOUR,
    fate: 'refused',
  },
];

/** The runs of Initech, Vandelay and the sandbox. */
export const FURTHER_RUNS: readonly RunSeed[] = [
  ...INITECH_RUNS,
  ...VANDELAY_RUNS,
  ...SANDBOX_RUNS,
];
