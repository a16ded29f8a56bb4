import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Reads a duration that must be longer than nothing.
 *
 * @param key - from the root of the configuration
 * @returns milliseconds
 * @throws InputError that names the key and what to write there
 */
export function readDuration(
  config: Config,
  key: string,
  defaultMs: number,
): number {
  if (!config.has(key)) {
    return defaultMs;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms > 0)) {
    throw new InputError(
      `'${key}' is ${ms} milliseconds: it must be longer than nothing, for example '5m'`,
    );
  }
  return ms;
}
