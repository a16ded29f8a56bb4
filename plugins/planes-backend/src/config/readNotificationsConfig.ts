import type { Config } from '@backstage/config';
import { readDuration } from './readDuration';

const KEY = 'openchoreo.planes.notifications';
const DEFAULT_AGENT_LOST_AFTER_MS = 5 * 60_000;

/** `openchoreo.planes.notifications`. */
export interface NotificationsConfig {
  readonly enabled: boolean;
  /** How long a plane must be without an agent before its owner is told. */
  readonly agentLostAfterMs: number;
}

/**
 * Reads `openchoreo.planes.notifications`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readNotificationsConfig(config: Config): NotificationsConfig {
  return {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? true,
    agentLostAfterMs: readDuration(
      config,
      `${KEY}.agentLostAfter`,
      DEFAULT_AGENT_LOST_AFTER_MS,
    ),
  };
}
