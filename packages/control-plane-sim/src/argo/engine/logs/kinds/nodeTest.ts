import {
  block,
  bold,
  coloured,
  line,
  LogContext,
  LogScript,
  ScriptLine,
} from '../LogScript';

const AREAS = [
  'cart',
  'checkout',
  'catalog',
  'account',
  'search',
  'payment',
  'shipping',
];
const SUBJECTS = [
  'total',
  'discount',
  'session',
  'filter',
  'address',
  'refund',
  'rates',
];
const CASES = [
  'rounds to whole cents',
  'refuses an empty request',
  'keeps the order of items',
  'falls back to the default currency',
  'tells why it was refused',
  'survives a reload',
];
const DEFAULT_SUITES = 14;

function suiteName({ dice }: LogContext, index: number): string {
  const area = dice.choice(`area ${index}`, AREAS);
  const subject = dice.choice(`subject ${index}`, SUBJECTS);
  return `src/${area}/${subject}.test.ts`;
}

function failure(): ScriptLine[] {
  const title = coloured('red', '  ● total › rounds to whole cents');
  return block(
    title,
    '',
    `    ${coloured('grey', 'expect(received).toBe(expected)')}`,
    '',
    `    Expected: ${coloured('green', '1999')}`,
    `    Received: ${coloured('red', '1998.9999999999998')}`,
    '',
    '      41 |   const cart = cartWith(3, 6.6633);',
    `    ${coloured('red', '>')} 42 |   expect(totalOf(cart)).toBe(1999);`,
    `         |                         ${coloured('red', '^')}`,
    '      43 | });',
    '',
    `      at Object.<anonymous> (${coloured(
      'cyan',
      'src/cart/total.test.ts',
    )}:42:25)`,
    '',
  );
}

/** Suites of tests in Node, one after the other. */
export const nodeTest: LogScript = context => {
  const { dice, exitCode, amount = DEFAULT_SUITES } = context;
  const failing = exitCode === 0 ? -1 : Math.floor(amount * 0.6);
  let passed = 0;
  const suites = Array.from({ length: amount }, (_, index) => {
    const isFailing = index === failing;
    const verdict = isFailing
      ? coloured('red', bold('FAIL'))
      : coloured('green', bold('PASS'));
    const name = isFailing
      ? 'src/cart/total.test.ts'
      : suiteName(context, index);
    const cases = Array.from(
      { length: dice.integer(`cases ${index}`, 1, CASES.length) },
      (_each, number) => CASES[number],
    );
    passed += cases.length - (isFailing ? 1 : 0);
    return [
      line(`${verdict} ${name}`, dice.between(`time ${index}`, 0.5, 3)),
      ...block(
        ...cases.map((each, number) =>
          isFailing && number === 0
            ? `  ${coloured('red', '✕')} ${each}`
            : `  ${coloured('green', '✓')} ${each} (${dice.integer(
                `${index}/${number}`,
                1,
                90,
              )} ms)`,
        ),
      ),
      ...(isFailing ? failure() : []),
    ];
  }).flat();
  const failed = failing < 0 ? 0 : 1;
  const red = failed ? `${coloured('red', '1 failed')}, ` : '';
  return [
    ...block('> shop@2.14.0 test', '> jest --ci', ''),
    ...suites,
    line('', 0.5),
    ...block(
      `Test Suites: ${red}${coloured(
        'green',
        `${amount - failed} passed`,
      )}, ${amount} total`,
      `Tests:       ${red}${coloured('green', `${passed} passed`)}, ${
        passed + failed
      } total`,
      'Snapshots:   0 total',
    ),
    ...(failed
      ? [
          line('npm error Lifecycle script `test` failed with error:', 0.1),
          line(`npm error code ${exitCode}`, 0.02),
        ]
      : []),
  ];
};
