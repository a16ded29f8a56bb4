import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Reads `openchoreo.controlPlanes[].agentUrl`; `key` is that of the control plane. */
export function readAgentURL(
  controlPlane: Config,
  key: string,
): string | undefined {
  const text = controlPlane.getOptionalString('agentUrl')?.trim();
  if (text === undefined) {
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.username || url.password || url.search || url.hash)) {
    // Without the value, which may be a secret.
    throw new InputError(
      `'${key}.agentUrl' must not hold a user, password, query or fragment: agents are known by their client certificates`,
    );
  }
  if (url?.protocol !== 'wss:' && url?.protocol !== 'ws:') {
    throw new InputError(
      `'${key}.agentUrl' is '${text}': it must be a wss URL such as 'wss://cluster-gateway.openchoreo.example.com/ws'`,
    );
  }
  return text;
}
