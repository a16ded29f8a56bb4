import { withTimeout } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailure } from '@openchoreo-planes/backstage-plugin-planes-node';

const TIMEOUT_MS = 10_000;

/**
 * Runs a request through the tunnel, for somebody who waits for it: the gateway itself would wait for half a minute.
 *
 * @throws the reason of the signal
 */
export async function withinTime<T>(
  signal: AbortSignal,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T | { readonly ok: false; readonly failure: GatewayFailure }> {
  const inTime = withTimeout(TIMEOUT_MS, signal);
  try {
    return await request(inTime);
  } catch (error) {
    if (signal.aborted || !inTime.aborted) {
      throw error;
    }
    return {
      ok: false,
      failure: {
        reason: 'tunnel-timeout',
        message: `The plane did not answer within ${
          TIMEOUT_MS / 1000
        } seconds.`,
      },
    };
  }
}
