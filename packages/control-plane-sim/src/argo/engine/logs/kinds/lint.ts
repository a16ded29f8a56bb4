import { block, coloured, line, LogScript } from '../LogScript';

/** Source is searched for mistakes. */
export const lint: LogScript = ({ exitCode, dice }) => [
  line('level=info msg="[config_reader] Used config file .golangci.yaml"', 0.2),
  line(
    `level=info msg="[loader] Go packages loading at mode 575 took ${dice
      .between('load', 0.4, 2)
      .toFixed(3)}s"`,
    2,
  ),
  line(
    'level=info msg="[linters_context/goanalysis] analyzers took 3.1s with top 10 stages"',
    3,
  ),
  ...(exitCode === 0
    ? [line('0 issues.', 0.3)]
    : block(
        `checkout/session.go:112:2: ${coloured(
          'red',
          'Error return value of `s.store.Save` is not checked',
        )} (errcheck)`,
        '\ts.store.Save(ctx, s)',
        '\t^',
        `internal/money/money.go:31:6: ${coloured(
          'red',
          'func `halfUp` is unused',
        )} (unused)`,
        '2 issues:',
        '* errcheck: 1',
        '* unused: 1',
      )),
];
