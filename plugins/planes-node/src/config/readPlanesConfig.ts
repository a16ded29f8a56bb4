import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readMilliseconds } from './readMilliseconds';
import type { PlanesConfig } from './types';

const KEY = 'openchoreo.planes';
const DEFAULT_STALE_AFTER_MS = 5 * 60_000;
/** How often gateways are asked unless configured, in milliseconds. */
export const DEFAULT_LIVENESS_INTERVAL_MS = 3_000;
const MIN_LIVENESS_INTERVAL_MS = 1_000;
const ENTITY_NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const ENTITY_REF =
  /^([a-z]+:)?([a-z0-9-]+\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/i;

/**
 * Reads `openchoreo.planes`.
 *
 * @throws InputError that names the key and what to write there
 * @public
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
  const livenessIntervalMs =
    (planes && readMilliseconds(planes, 'liveness.interval', KEY)) ??
    DEFAULT_LIVENESS_INTERVAL_MS;
  if (livenessIntervalMs < MIN_LIVENESS_INTERVAL_MS) {
    throw new InputError(
      `'${KEY}.liveness.interval' is ${livenessIntervalMs} ms: it must be at least one second, so as not to press the cluster gateway`,
    );
  }
  return {
    clusterScopedNamespace,
    defaultOwner,
    staleAfterMs:
      (planes && readMilliseconds(planes, 'staleAfter', KEY)) ??
      DEFAULT_STALE_AFTER_MS,
    livenessIntervalMs,
    kubernetesEnabled:
      planes?.getOptionalBoolean('kubernetes.enabled') ?? false,
  };
}
