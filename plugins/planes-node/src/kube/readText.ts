import type { Readable } from 'node:stream';
import { UnexpectedAnswerError } from './errors';

/** Text that was read up to a bound. */
export interface BoundedText {
  readonly text: string;
  /** There was more. */
  readonly truncated: boolean;
}

/**
 * Reads a stream as UTF-8 text of at most `maxBytes` bytes.
 *
 * @throws UnexpectedAnswerError where there is more
 */
export async function readText(
  stream: Readable,
  maxBytes: number,
): Promise<string> {
  const { text, truncated } = await readTextUpTo(stream, maxBytes);
  if (truncated) {
    throw new UnexpectedAnswerError(
      `The answer is larger than ${maxBytes} bytes`,
    );
  }
  return text;
}

/** Reads the first `maxBytes` bytes of a stream as UTF-8 text, and no more of it. */
export async function readTextUpTo(
  stream: Readable,
  maxBytes: number,
): Promise<BoundedText> {
  const chunks: Buffer[] = [];
  let room = maxBytes;
  let truncated = false;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes.subarray(0, room));
    room -= bytes.length;
    if (room < 0) {
      truncated = true;
      // Leaving the loop destroys the stream.
      break;
    }
  }
  return { text: Buffer.concat(chunks).toString('utf8'), truncated };
}
