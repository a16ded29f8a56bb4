import { block, line, LogScript, ScriptLine } from '../LogScript';

const PACKAGES = [
  'cart',
  'catalogue',
  'checkout',
  'internal/money',
  'internal/store',
  'orders',
  'shipping',
];
const TESTS = [
  'TestTotal',
  'TestEmpty',
  'TestRounding',
  'TestConcurrentUpdates',
  'TestRefusesUnknownCurrency',
];
const FAILING = 'checkout';

function failure(): ScriptLine[] {
  return block(
    '=== RUN   TestRounding',
    '    rounding_test.go:57: total of 3 × 6.6633 = 1998, want 1999',
    '--- FAIL: TestRounding (0.00s)',
    '==================',
    'WARNING: DATA RACE',
    'Write at 0x00c000298018 by goroutine 19:',
    '  acme.example/shop/checkout.(*Session).add()',
    '      /src/checkout/session.go:112 +0x8c',
    'Previous read at 0x00c000298018 by goroutine 17:',
    '  acme.example/shop/checkout.(*Session).Total()',
    '      /src/checkout/session.go:74 +0x44',
    '==================',
  );
}

/** Packages in Go are tested, one after the other. */
export const goTest: LogScript = ({
  dice,
  exitCode,
  amount = PACKAGES.length,
}) => {
  const packages = Array.from(
    { length: amount },
    (_, index) => PACKAGES[index % PACKAGES.length],
  );
  return [
    line('go: downloading golang.org/x/sync v0.18.0', 0.4),
    line('go: downloading github.com/jackc/pgx/v5 v5.7.6', 0.6),
    ...packages.flatMap((name, index) => {
      const seconds = dice.between(`seconds ${index}`, 0.02, 4).toFixed(3);
      const passed = TESTS.slice(
        0,
        dice.integer(`tests ${index}`, 2, TESTS.length),
      ).flatMap(test => [
        `=== RUN   ${test}`,
        `--- PASS: ${test} (0.0${dice.integer(`${index}/${test}`, 0, 9)}s)`,
      ]);
      const failed = exitCode !== 0 && name === FAILING;
      return [
        ...block(...passed),
        ...(failed ? failure() : []),
        line(
          `${failed ? 'FAIL' : 'ok  '}\tacme.example/shop/${name}\t${seconds}s`,
          dice.between(`time ${index}`, 0.5, 3),
        ),
      ];
    }),
    ...(exitCode === 0 ? [] : block('FAIL')),
  ];
};
