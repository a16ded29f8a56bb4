import type { Readable } from 'node:stream';
import { SilentWatchError, UnexpectedAnswerError } from './errors';

const MAX_EVENT_LENGTH = 16 * 1024 * 1024;

/**
 * Reads a watch's body: JSON documents, one a line.
 *
 * @remarks
 * A connection whose other end has vanished stays open for ever, so silence counts as failure: a
 * healthy API server sends a bookmark about once a minute.
 */
export async function* readWatchEvents(
  body: Readable,
  silenceTimeoutMs: number,
): AsyncGenerator<unknown> {
  body.setEncoding('utf8');
  const watchdog = setTimeout(
    () =>
      body.destroy(
        new SilentWatchError(
          `Nothing arrived on the watch for ${Math.round(
            silenceTimeoutMs / 1000,
          )} s`,
        ),
      ),
    silenceTimeoutMs,
  );
  let rest = '';
  try {
    for await (const chunk of body) {
      watchdog.refresh();
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_EVENT_LENGTH) {
        throw new UnexpectedAnswerError('An event of the watch is too large');
      }
      for (const line of lines) {
        if (line.trim() !== '') {
          yield parseEvent(line);
        }
      }
    }
  } finally {
    clearTimeout(watchdog);
    body.destroy();
  }
}

function parseEvent(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnexpectedAnswerError('An event of the watch is not JSON');
  }
}
