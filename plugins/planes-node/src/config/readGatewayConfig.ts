import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ClusterGatewayConfig } from '../gateway/types';
import { readMilliseconds } from './readMilliseconds';

/** How long the gateway waits for an agent before it answers 502. */
const TUNNEL_TIMEOUT_MS = 30_000;
const DEFAULT_TIMEOUT_MS = 35_000;

/** Reads `openchoreo.controlPlanes[].gateway`; `key` is where it stands. */
export function readGatewayConfig(
  gateway: Config,
  key: string,
): ClusterGatewayConfig {
  const url = readUrl(gateway, key);
  const caFile = readPath(gateway, 'caFile');
  const certFile = readPath(gateway, 'certFile');
  const keyFile = readPath(gateway, 'keyFile');
  if ((certFile === undefined) !== (keyFile === undefined)) {
    const [present, absent] = certFile
      ? ['certFile', 'keyFile']
      : ['keyFile', 'certFile'];
    throw new InputError(
      `'${key}' has '${present}' but no '${absent}': set both to present a client certificate, or neither`,
    );
  }
  const timeoutMs =
    readMilliseconds(gateway, 'timeout', key) ?? DEFAULT_TIMEOUT_MS;
  if (timeoutMs <= TUNNEL_TIMEOUT_MS) {
    throw new InputError(
      `'${key}.timeout' is ${timeoutMs} ms: it must be more than the 30 seconds that the gateway itself waits for an agent, for example '35s'`,
    );
  }
  return {
    url,
    ...(caFile !== undefined && { caFile }),
    ...(certFile !== undefined && { certFile }),
    ...(keyFile !== undefined && { keyFile }),
    timeoutMs,
  };
}

function readUrl(gateway: Config, key: string): string {
  const text = gateway.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.username || url.password || url.search || url.hash)) {
    // Without the value, which may be a secret.
    throw new InputError(
      `'${key}.url' must not hold a user, password, query or fragment: the gateway knows its callers by their client certificate, '${key}.certFile' and 'keyFile'`,
    );
  }
  if (url?.protocol !== 'https:') {
    throw new InputError(
      `'${key}.url' is '${text}': it must be an https URL such as 'https://cluster-gateway.openchoreo-control-plane.svc:8444'`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function readPath(gateway: Config, key: string): string | undefined {
  const file = gateway.getOptionalString(key);
  return file === undefined ? undefined : resolve(file);
}
