import type {
  ConnectionTestEvent,
  ConnectionTestReport,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Waits for the report of a test.
 *
 * @returns undefined where the caller left before the end
 * @throws Error when the test could not be completed
 */
export async function lastReport(
  events: AsyncIterable<ConnectionTestEvent>,
): Promise<ConnectionTestReport | undefined> {
  for await (const event of events) {
    if (event.type === 'error') {
      throw new Error(event.message);
    }
    if (event.type === 'report') {
      return event.report;
    }
  }
  return undefined;
}
