import type { Readable } from 'node:stream';
import { UnexpectedAnswerError } from './errors';

/** Reads a stream as UTF-8 text of at most `maxBytes` bytes. */
export async function readText(
  stream: Readable,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      stream.destroy();
      throw new UnexpectedAnswerError(
        `The answer is larger than ${maxBytes} bytes`,
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
