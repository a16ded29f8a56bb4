import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Reads a duration; undefined where there is none.
 *
 * @param section - where `config` stands, for messages
 * @throws InputError that names the key
 */
export function readMilliseconds(
  config: Config,
  key: string,
  section: string,
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    throw new InputError(
      `'${section}.${key}' is no duration: it must be one such as '35s', or { seconds: 35 }`,
    );
  }
}
