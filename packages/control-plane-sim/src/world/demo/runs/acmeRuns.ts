import { DAY, HOUR, MINUTE } from '../../durations';
import { RunSeed } from '../../RunSeed';
import { BuildRun, buildRun } from './buildRun';

const AMARA = 'user:default/amara';
const PRIYA = 'user:default/priya';

/** The integration tests as they are since somebody broke the cart. */
const BROKEN = { checkout: { duration: '24-34' } };
/** As they were before. */
const PASSING = {
  ...BROKEN,
  'integration-tests': { exit: 0, duration: '30-44' },
};
/** They pass at the second attempt. */
const FLAKY = { ...BROKEN, 'integration-tests': { failuntil: 1 } };

type Details = Partial<Omit<BuildRun, 'of' | 'name' | 'age'>>;

/** A build of the time when everything passed, or what it says otherwise. */
function build(
  of: string,
  name: string,
  age: number,
  commit: string,
  details: Details = {},
): RunSeed {
  return buildRun({
    of,
    name,
    age,
    commit,
    pace: 7,
    behaviour: PASSING,
    ...details,
  });
}

function checkout(
  number: number,
  age: number,
  commit: string,
  details?: Details,
): RunSeed {
  return build(
    'acme/checkout',
    `checkout-build-${number}`,
    age,
    commit,
    details,
  );
}

function catalogue(
  number: number,
  age: number,
  commit: string,
  details?: Details,
): RunSeed {
  return build(
    'acme/product-catalogue',
    `catalogue-build-${number}`,
    age,
    commit,
    details,
  );
}

/** Since a change of yesterday, the integration tests of the checkout fail. */
const CHECKOUT_RUNS: readonly RunSeed[] = [
  checkout(96, 13 * DAY + 3 * HOUR, '0b1e7d2'),
  checkout(97, 12 * DAY + 5 * HOUR, '5c90af4', { startedBy: PRIYA }),
  checkout(98, 12 * DAY + 1 * HOUR, '91d3e08', { pace: 7.4 }),
  checkout(99, 11 * DAY + 4 * HOUR, 'c27b6a1', { behaviour: FLAKY }),
  checkout(100, 10 * DAY + 7 * HOUR, '3fe8104', { pace: 6.6 }),
  checkout(101, 10 * DAY + 2 * HOUR, 'a8d5c93', {
    branch: 'gift-cards',
    behaviour: { ...PASSING, 'unit-tests': { exit: 1, duration: 4 } },
  }),
  checkout(102, 9 * DAY + 22 * HOUR, 'e40b7f6', {
    branch: 'gift-cards',
    rerunOf: 'checkout-build-101',
    startedBy: PRIYA,
  }),
  checkout(103, 9 * DAY + 3 * HOUR, '76a1d2e'),
  checkout(104, 8 * DAY + 6 * HOUR, '19c8fb5', { pace: 7.2 }),
  checkout(105, 8 * DAY + 1 * HOUR, 'd03e9a7'),
  checkout(106, 7 * DAY + 5 * HOUR, '6b52c1f', {
    behaviour: {
      ...PASSING,
      'build-platform': { 'exit.arm64': 137, 'reason.arm64': 'OOMKilled' },
    },
  }),
  checkout(107, 7 * DAY + 4 * HOUR, '6b52c1f', {
    rerunOf: 'checkout-build-106',
    startedBy: AMARA,
  }),
  checkout(108, 6 * DAY + 8 * HOUR, 'f7a4e30', { pace: 6.8 }),
  checkout(109, 6 * DAY + 2 * HOUR, '28d9b0c'),
  checkout(110, 5 * DAY + 5 * HOUR, 'b1c6f74', { behaviour: FLAKY }),
  checkout(111, 4 * DAY + 21 * HOUR, '4e7d3a9'),
  checkout(112, 4 * DAY + 3 * HOUR, '905f2c8', { pace: 7.3 }),
  checkout(113, 3 * DAY + 6 * HOUR, 'ca3b81e'),
  checkout(114, 2 * DAY + 23 * HOUR, '37e0d56', {
    interventions: [{ after: 95_000, action: 'terminate' }],
  }),
  checkout(115, 2 * DAY + 22 * HOUR, '37e0d56'),
  checkout(116, 1 * DAY + 20 * HOUR, '8a94fe1', { pace: 7.1 }),
  checkout(117, 22 * HOUR, 'd6c07b3', { behaviour: BROKEN }),
  checkout(118, 19 * HOUR, 'd6c07b3', {
    behaviour: BROKEN,
    rerunOf: 'checkout-build-117',
    startedBy: PRIYA,
    pace: 8.5,
  }),
  checkout(119, 2 * MINUTE, '52fb9e4', { behaviour: BROKEN, pace: 9 }),
];

const CATALOGUE_RUNS: readonly RunSeed[] = [
  catalogue(41, 11 * DAY + 9 * HOUR, '7d20c5f'),
  catalogue(42, 8 * DAY + 7 * HOUR, 'be81a64'),
  catalogue(43, 5 * DAY + 2 * HOUR, '1f9d07c', {
    behaviour: { ...PASSING, 'license-scan': { exit: 1 } },
  }),
  catalogue(44, 5 * DAY, '63ca4eb'),
  catalogue(45, 2 * DAY + 4 * HOUR, 'a05b3d8', { startedBy: AMARA }),
  catalogue(46, 40_000, 'ec71f92'),
];

const WEBSITE_RUNS: readonly RunSeed[] = [
  [207, 9 * DAY + 6 * HOUR, 'd4418ba'],
  [208, 6 * DAY + 4 * HOUR, '0ac97e5'],
  [209, 1 * DAY + 3 * HOUR, '95be2f1'],
  [210, 5 * HOUR, 'f12d6c0'],
].map(([number, age, commit]) =>
  buildRun({
    of: 'acme/shop-website',
    name: `website-build-${number}`,
    age: Number(age),
    commit: String(commit),
  }),
);

function endToEnd(
  number: number,
  age: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return {
    namespace: 'acme',
    name: `checkout-e2e-${number}`,
    workflow: 'Workflow/checkout-e2e',
    age,
    pace: 4,
    ...details,
  };
}

const TEST_RUNS: readonly RunSeed[] = [
  endToEnd(311, 3 * DAY + 9 * HOUR),
  endToEnd(312, 2 * DAY + 9 * HOUR, {
    behaviour: { browsers: { 'exit.firefox': 1 } },
  }),
  endToEnd(313, 1 * DAY + 9 * HOUR),
  endToEnd(314, 20_000),
];

function priceImport(
  hour: string,
  age: number,
  details: Partial<RunSeed> = {},
): RunSeed {
  return {
    namespace: 'acme',
    name: `price-import-${hour}`,
    workflow: 'Workflow/price-import',
    age,
    pace: 3,
    ...details,
  };
}

/** The last one waits for a lock that another run holds. */
const IMPORT_RUNS: readonly RunSeed[] = [
  priceImport('mon', 2 * DAY + 2 * HOUR),
  priceImport('tue', 1 * DAY + 2 * HOUR, {
    behaviour: {
      fetch: { exit: 22, message: 'The requested URL returned error: 503' },
    },
  }),
  priceImport('wed', 2 * HOUR),
  priceImport('now', 1 * MINUTE + 40_000, {
    lock: {
      name: 'workflows-acme/Mutex/price-list',
      holder: 'workflows-acme/price-import-manual',
      heldFor: 3 * MINUTE,
    },
  }),
];

/** The plane of the last one has not answered for a while. */
const MOBILE_RUNS: readonly RunSeed[] = [
  buildRun({
    of: 'acme/shopper-app',
    name: 'shopper-release-8-1',
    age: 6 * DAY + 3 * HOUR,
    commit: '3b6e1fd',
  }),
  buildRun({
    of: 'acme/shopper-app',
    name: 'shopper-release-8-2',
    age: 38 * MINUTE,
    commit: 'c9d0477',
    pace: 4,
    unseenFor: 34 * MINUTE,
  }),
];

/** The runs of Acme. */
export const ACME_RUNS: readonly RunSeed[] = [
  ...CHECKOUT_RUNS,
  ...CATALOGUE_RUNS,
  ...WEBSITE_RUNS,
  ...TEST_RUNS,
  ...IMPORT_RUNS,
  ...MOBILE_RUNS,
];
