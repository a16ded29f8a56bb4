/** The id of the connection test card, and the fragment of a link to it. */
export const CONNECTION_TEST_ID = 'connection-test';

const PARAMETER = 'connection-test';

/** Tells whether a URL asks for a test to be run: `?connection-test=run`. */
export function asksForTest(search: string): boolean {
  return new URLSearchParams(search).get(PARAMETER) === 'run';
}

/** The query of a URL with the request for a test. */
export function withTestRequest(search: string): string {
  const params = new URLSearchParams(search);
  params.set(PARAMETER, 'run');
  return `${params}`;
}

/** The query of a URL without the request for a test. */
export function withoutTestRequest(search: string): string {
  const params = new URLSearchParams(search);
  params.delete(PARAMETER);
  return `${params}`;
}
