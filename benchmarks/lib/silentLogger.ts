import type { LoggerService } from '@backstage/backend-plugin-api';

/** Drops everything: a benchmark's output is its table. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
