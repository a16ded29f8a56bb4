import { line, LogScript, repeat } from '../LogScript';

const DEFAULT_REQUESTS = 400;
const PATHS = [
  '/healthz',
  '/api/orders',
  '/api/cart',
  '/api/prices?currency=EUR',
  '/metrics',
];

/** A server that answers requests. */
export const service: LogScript = ({ dice, amount = DEFAULT_REQUESTS }) => [
  line('listening on 0.0.0.0:8080', 0.2),
  ...repeat(amount, index => {
    const status = dice.fraction(`status ${index}`) > 0.97 ? 503 : 200;
    return line(
      `GET ${dice.choice(`path ${index}`, PATHS)} ${status} ${dice.integer(
        `ms ${index}`,
        1,
        240,
      )}ms`,
      dice.between(`time ${index}`, 0.2, 1.8),
    );
  }),
];
