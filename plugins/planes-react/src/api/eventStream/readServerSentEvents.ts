import {
  ServerSentEvent,
  ServerSentEventParser,
} from './ServerSentEventParser';

/** The events of a response's body as they come. Whoever stops listening cancels the response. */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new ServerSentEventParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    // Rejects where the stream has failed, which the reader was told already; and where somebody else reads a copy of
    // the response, it takes as long as they do.
    reader.cancel().catch(() => undefined);
  }
}
