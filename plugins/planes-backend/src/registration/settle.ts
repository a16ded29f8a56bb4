import type {
  ResourceFailure,
  ResourceOutcome,
} from '@openchoreo-planes/backstage-plugin-planes-node';

const NO_ANSWER: ResourceFailure = {
  reason: 'unavailable',
  message: 'The API server did not answer in time',
  causes: [],
};

/**
 * Waits for a request to a control plane; one that the signal ended is one without an answer.
 *
 * @throws what else the request throws
 */
export async function settle(
  request: Promise<ResourceOutcome>,
  signal: AbortSignal,
): Promise<ResourceOutcome> {
  try {
    return await request;
  } catch (error) {
    if (signal.aborted) {
      return { ok: false, failure: NO_ANSWER };
    }
    throw error;
  }
}
