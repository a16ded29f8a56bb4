import type { Config } from '@backstage/config';
import { readDuration } from './readDuration';

const DEFAULT_RETENTION_MS = 90 * 24 * 60 * 60_000;

/** `openchoreo.planes.history`. */
export interface HistoryConfig {
  /** How long transitions are kept. */
  readonly retentionMs: number;
}

/**
 * Reads `openchoreo.planes.history`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readHistoryConfig(config: Config): HistoryConfig {
  return {
    retentionMs: readDuration(
      config,
      'openchoreo.planes.history.retention',
      DEFAULT_RETENTION_MS,
    ),
  };
}
