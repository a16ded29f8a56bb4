import { block, line, LogScript, repeat } from '../LogScript';

const DEFAULT_LINES = 200;
const QUERIES = [
  'SELECT id, title, price FROM products WHERE id = ANY($1)',
  'INSERT INTO carts (id, customer) VALUES ($1, $2)',
  'UPDATE stock SET reserved = reserved + 1 WHERE product = $1',
];

/** A database that serves until it is ended. */
export const postgres: LogScript = ({ dice, amount = DEFAULT_LINES }) => [
  ...block(
    'PostgreSQL init process complete; ready for start up.',
    'LOG:  starting PostgreSQL 18.1 on x86_64-pc-linux-gnu, 64-bit',
    'LOG:  listening on IPv4 address "0.0.0.0", port 5432',
  ),
  line('LOG:  database system is ready to accept connections', 0.3),
  ...repeat(amount, index =>
    index % 40 === 39
      ? line(
          `LOG:  checkpoint complete: wrote ${dice.integer(
            `pages ${index}`,
            20,
            900,
          )} buffers`,
        )
      : line(
          `LOG:  duration: ${dice
            .between(`ms ${index}`, 0.2, 48)
            .toFixed(3)} ms  execute: ${dice.choice(
            `query ${index}`,
            QUERIES,
          )}`,
          dice.between(`time ${index}`, 0.3, 1.7),
        ),
  ),
];
