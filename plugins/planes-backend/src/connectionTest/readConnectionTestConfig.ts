import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readDuration } from '../config';

const KEY = 'openchoreo.planes.connectionTest';
const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_CACHE_FOR_MS = 10_000;
const DEFAULT_MAX_CONCURRENT = 5;

/** `openchoreo.planes.connectionTest`. */
export interface ConnectionTestConfig {
  /** How long a test may take as a whole. */
  readonly timeoutMs: number;
  /** How long a report is given again instead of testing anew. */
  readonly cacheForMs: number;
  /** How many tests may run at a time, over all planes. */
  readonly maxConcurrent: number;
}

/**
 * Reads `openchoreo.planes.connectionTest`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readConnectionTestConfig(config: Config): ConnectionTestConfig {
  const maxConcurrent =
    config.getOptionalNumber(`${KEY}.maxConcurrent`) ?? DEFAULT_MAX_CONCURRENT;
  if (!Number.isInteger(maxConcurrent) || maxConcurrent < 1) {
    throw new InputError(
      `'${KEY}.maxConcurrent' is '${maxConcurrent}': it must be a whole number of at least 1`,
    );
  }
  return {
    timeoutMs: readDuration(config, `${KEY}.timeout`, DEFAULT_TIMEOUT_MS),
    cacheForMs: readDuration(config, `${KEY}.cacheFor`, DEFAULT_CACHE_FOR_MS),
    maxConcurrent,
  };
}
