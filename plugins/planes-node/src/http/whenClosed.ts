import type { ServerResponse } from 'node:http';

/** Aborts when the caller is gone, or has its answer. @public */
export function whenClosed(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => controller.abort());
  return controller.signal;
}
