import { block, line, LogScript, parameter, repeat } from '../LogScript';

const DEFAULT_ITERATIONS = 24;

/** Equations are solved in steps that come closer and closer. */
export const solve: LogScript = context => {
  const { dice, exitCode, amount = DEFAULT_ITERATIONS } = context;
  const island = parameter(context, ['island', 'region'], 'north');
  const iterations = exitCode === 0 ? amount : amount * 2;
  return [
    ...block(
      `island ${island}: ${dice.integer(
        'buses',
        900,
        4_200,
      )} buses, ${dice.integer('branches', 1_400, 6_800)} branches`,
      'method: Newton-Raphson, tolerance 1e-8 p.u.',
      'iter   max mismatch [p.u.]   step',
    ),
    ...repeat(iterations, index => {
      const mismatch =
        exitCode === 0
          ? 10 ** (1.2 - (index / amount) * 10) *
            dice.between(`mismatch ${index}`, 0.8, 1.2)
          : dice.between(`mismatch ${index}`, 0.4, 9);
      return line(
        `${String(index + 1).padStart(4)}   ${mismatch
          .toExponential(4)
          .padStart(19)}   1.000`,
      );
    }),
    line(
      exitCode === 0
        ? `converged after ${iterations} iterations`
        : `error: did not converge within ${iterations} iterations`,
      0.3,
    ),
  ];
};
