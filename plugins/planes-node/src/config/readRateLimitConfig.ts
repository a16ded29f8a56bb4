import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readMilliseconds } from './readMilliseconds';

const KEY = 'openchoreo.planes.rateLimit';
const MIN_WINDOW_MS = 1_000;
const DEFAULTS = {
  // Seven run pages, each with its timeline, a followed log and events, and as much again.
  reads: { limit: 600, windowMs: 10_000 },
  actions: { limit: 60, windowMs: 60_000 },
} as const;

/** So many requests within so long. */
export interface RateLimitConfig {
  readonly limit: number;
  readonly windowMs: number;
}

/** `openchoreo.planes.rateLimit`; undefined where nothing is limited. */
export type RateLimitsConfig =
  | Readonly<Record<'reads' | 'actions', RateLimitConfig>>
  | undefined;

/**
 * Reads `openchoreo.planes.rateLimit`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readRateLimitConfig(root: Config): RateLimitsConfig {
  const config = root.getOptionalConfig(KEY);
  const limits = {
    reads: readLimit(config, 'reads'),
    actions: readLimit(config, 'actions'),
  };
  return config?.getOptionalBoolean('enabled') ?? true ? limits : undefined;
}

function readLimit(
  config: Config | undefined,
  kind: keyof typeof DEFAULTS,
): RateLimitConfig {
  const defaults = DEFAULTS[kind];
  const limit = config?.getOptionalNumber(`${kind}.limit`) ?? defaults.limit;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new InputError(
      `'${KEY}.${kind}.limit' is ${limit}: it must be a whole number of requests, at least 1; to limit nothing, set '${KEY}.enabled' to false`,
    );
  }
  const windowMs =
    (config && readMilliseconds(config, `${kind}.window`, KEY)) ??
    defaults.windowMs;
  if (windowMs < MIN_WINDOW_MS) {
    throw new InputError(
      `'${KEY}.${kind}.window' is ${windowMs} ms: it must be at least one second`,
    );
  }
  return { limit, windowMs };
}
