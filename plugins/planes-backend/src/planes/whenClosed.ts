import type { Response } from 'express';

/** Aborts when the caller is gone. */
export function whenClosed(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => controller.abort());
  return controller.signal;
}
