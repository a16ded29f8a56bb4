import type { ConnectionTestEvent } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Response } from 'express';

/** Proxies close connections on which nothing moves, some after half a minute. */
const HEARTBEAT_INTERVAL_MS = 15_000;

/** Answers with server-sent events, each as soon as it happens. */
export async function streamEvents(
  res: Response,
  events: AsyncIterable<ConnectionTestEvent>,
): Promise<void> {
  res.status(200).set({
    'Content-Type': 'text/event-stream',
    // Compression would hold events back until its buffer is full.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
  const heartbeat = setInterval(
    () => write(res, ': still there\n\n'),
    HEARTBEAT_INTERVAL_MS,
  );
  try {
    for await (const event of events) {
      write(res, `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    res.end();
  }
}

function write(res: Response, text: string): void {
  res.write(text);
  // Added by middleware that buffers.
  if ('flush' in res && typeof res.flush === 'function') {
    res.flush();
  }
}
