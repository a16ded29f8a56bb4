import { block, coloured, line, LogScript } from '../LogScript';

const SCENARIOS = [
  'a guest buys one item',
  'a customer returns to a cart of yesterday',
  'a voucher is used twice',
  'an item sells out during checkout',
  'a payment is refused',
  'an order is cancelled before it ships',
];
const FAILING = 3;

/** Scenarios are played against services that run. */
export const integrationTest: LogScript = ({ dice, exitCode }) => {
  const failed = exitCode !== 0;
  const played = failed ? SCENARIOS.slice(0, FAILING + 1) : SCENARIOS;
  const scenarios = played.map((name, index) => {
    const took = dice.integer(`ms ${index}`, 180, 2_400);
    return failed && index === FAILING
      ? line(coloured('red', `not ok ${index + 1} - ${name}`), 3)
      : line(coloured('green', `ok ${index + 1} - ${name} # ${took} ms`));
  });
  return [
    line('waiting for cart, checkout, catalogue', 0.3),
    ...block(
      'cart        ready after 140 ms',
      'checkout    ready after 310 ms',
      'catalogue   ready after 95 ms',
    ),
    ...scenarios,
    ...(failed
      ? block(
          '  ---',
          '  step: POST /api/checkout/7f3a/confirm',
          '  expected: 409 out-of-stock',
          '  received: 500 {"error":"dial tcp 10.96.4.18:5432: connect: connection refused"}',
          `  request: ${dice.hex('request', 16)}`,
          '  ...',
          `1..${SCENARIOS.length}`,
          `# passed ${FAILING}, failed 1, not run ${
            SCENARIOS.length - FAILING - 1
          }`,
        )
      : block(`1..${SCENARIOS.length}`, `# passed ${SCENARIOS.length}`)),
  ];
};
