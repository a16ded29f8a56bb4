import {
  ConnectionTestEvent,
  connectionTestEventSchema,
  ConnectionTestReport,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { readServerSentEvents } from './eventStream/readServerSentEvents';
import { parseAnswer } from './parseAnswer';

/** Follows the stream of a connection test to its report. */
export async function readConnectionTest(
  response: Response,
  onEvent: (event: ConnectionTestEvent) => void = () => undefined,
): Promise<ConnectionTestReport> {
  if (response.body) {
    for await (const { data } of readServerSentEvents(response.body)) {
      const event = parseAnswer(connectionTestEventSchema, parseJson(data));
      onEvent(event);
      if (event.type === 'report') {
        return event.report;
      }
      if (event.type === 'error') {
        throw new Error(event.message);
      }
    }
  }
  throw new Error(
    'The connection to the portal ended before the connection test did. Run the test again.',
  );
}

/** Undefined, which no schema takes, for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
