import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { PlanesConfig } from './types';

const KEY = 'openchoreo.planes';
const DEFAULT_STALE_AFTER_MS = 5 * 60_000;
const ENTITY_NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const ENTITY_REF =
  /^([a-z]+:)?([a-z0-9-]+\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/i;

/**
 * Reads `openchoreo.planes`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readPlanesConfig(config: Config): PlanesConfig {
  const planes = config.getOptionalConfig(KEY);
  const clusterScopedNamespace =
    planes?.getOptionalString('clusterScopedNamespace') ?? 'default';
  if (!ENTITY_NAMESPACE.test(clusterScopedNamespace)) {
    throw new InputError(
      `'${KEY}.clusterScopedNamespace' is '${clusterScopedNamespace}': it must be lower-case letters, digits and '-', at most 63 characters`,
    );
  }
  const defaultOwner = planes?.getOptionalString('defaultOwner') ?? 'unknown';
  if (!ENTITY_REF.test(defaultOwner)) {
    throw new InputError(
      `'${KEY}.defaultOwner' is '${defaultOwner}': it must be an entity reference such as 'group:default/platform-team'`,
    );
  }
  return {
    clusterScopedNamespace,
    defaultOwner,
    staleAfterMs: planes?.has('staleAfter')
      ? durationToMilliseconds(
          readDurationFromConfig(planes, { key: 'staleAfter' }),
        )
      : DEFAULT_STALE_AFTER_MS,
  };
}
