import { whenClosed } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Response } from 'express';

/**
 * Answers a request for as long as its sender waits for it. Browsers that poll leave all the time: where nobody is there any
 * more, that nothing came of it is no error.
 */
export async function whileThere(
  res: Response,
  answer: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const signal = whenClosed(res);
  try {
    await answer(signal);
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
