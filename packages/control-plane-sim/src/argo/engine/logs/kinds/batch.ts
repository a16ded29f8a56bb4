import { line, LogScript, repeat } from '../LogScript';

const DEFAULT_RECORDS = 50_000;
const REPORTS = 50;

/** Records are worked off; each line is a JSON object. */
export const batch: LogScript = context => {
  const { dice, exitCode, stepName, amount = DEFAULT_RECORDS } = context;
  const reports = exitCode === 0 ? REPORTS : Math.floor(REPORTS * 0.7);
  const write = (level: string, message: string, rest: object = {}) =>
    JSON.stringify({ level, logger: stepName, message, ...rest });
  return [
    line(write('info', 'connected', { database: 'orders', pool: 8 }), 0.5),
    ...repeat(reports, index => {
      const done = Math.floor((amount * (index + 1)) / REPORTS);
      const slow = dice.fraction(`slow ${index}`) > 0.92;
      return line(
        slow
          ? write('warn', 'slow query', {
              ms: dice.integer(`ms ${index}`, 900, 4_000),
              sql: 'SELECT id, customer, total FROM orders WHERE state = $1 ORDER BY id LIMIT 1000',
            })
          : write('info', 'processed', { done, of: amount }),
        dice.between(`time ${index}`, 0.4, 1.6),
      );
    }),
    line(
      exitCode === 0
        ? write('info', 'finished', { done: amount, of: amount })
        : write('error', 'record refused', {
            record: dice.integer('record', 1, amount),
            reason: 'tax number is missing',
          }),
      0.5,
    ),
  ];
};
