import { InputError } from '@backstage/errors';
import {
  type LogsQuery,
  logsQuerySchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { parseLogTime } from './logTime';

const EXPECTED: Record<keyof LogsQuery, string> = {
  container: 'the name of a container, given once',
  tailLines: 'a whole number from 1 to 50000',
  since: "a time of RFC 3339, such as '2026-11-21T01:17:35.123456789Z'",
};

/**
 * Reads the query of a request for a log.
 *
 * @throws InputError that names the parameter and what it must be
 */
export function readLogsQuery(query: Record<string, unknown>): LogsQuery {
  const { container, tailLines, since } = query;
  const parsed = logsQuerySchema.safeParse({
    container,
    since,
    ...(tailLines !== undefined && {
      tailLines: /^\d+$/.test(String(tailLines)) ? Number(tailLines) : NaN,
    }),
  });
  if (!parsed.success) {
    throw wrong(parsed.error.issues[0].path[0]);
  }
  if (parsed.data.since !== undefined && !parseLogTime(parsed.data.since)) {
    throw wrong('since');
  }
  return parsed.data;
}

function wrong(parameter: PropertyKey): InputError {
  const [, expected = 'left away'] =
    Object.entries(EXPECTED).find(([name]) => name === parameter) ?? [];
  return new InputError(
    `The query parameter '${String(parameter)}' must be ${expected}`,
  );
}
