import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { GatewayFailure } from '@openchoreo-planes/backstage-plugin-planes-node';

/** What a caller is told where the gateway did not do what was asked. */
export function gatewayError(
  failure: GatewayFailure,
  controlPlane: string,
): Error {
  const message = `The cluster gateway of control plane '${controlPlane}' cannot reconnect agents: ${failure.message}`;
  return failure.reason === 'invalid-address'
    ? new InputError(message)
    : new ServiceUnavailableError(message);
}
