import {
  LogLine,
  LogsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** More than this is not kept in a browser; the oldest lines go first. */
const MAX_LINES = 100_000;

/** What is known of a log. */
export interface LogBuffer {
  readonly lines: readonly LogLine[];
  /** There are lines before the first. */
  readonly hasOlder: boolean;
  /** Lines in the middle were left out because the log is too large. */
  readonly truncated: boolean;
  /** Nothing will follow. */
  readonly complete: boolean;
  /** What to follow from. */
  readonly newest?: string;
}

/** The log as one answer tells it, from the end. */
export function readTail(answer: LogsResponse): LogBuffer {
  const { lines, hasOlder, truncated, complete, newest } = answer;
  return { lines, hasOlder, truncated, complete, newest };
}

/** Appends what came since `newest` of the log. */
export function appendNewer(log: LogBuffer, answer: LogsResponse): LogBuffer {
  if (answer.lines.length === 0) {
    return answer.complete === log.complete
      ? log
      : { ...log, complete: answer.complete };
  }
  const all = [...log.lines, ...answer.lines];
  const lines = all.slice(-MAX_LINES);
  return {
    lines,
    hasOlder: log.hasOlder || lines.length < all.length,
    truncated: log.truncated || answer.truncated,
    complete: answer.complete,
    newest: answer.newest ?? log.newest,
  };
}

/** The number of a line in the log; undefined where lines before it are unknown. */
export function lineNumber(log: LogBuffer, index: number): number | undefined {
  return log.hasOlder || log.truncated ? undefined : index + 1;
}

/** The log as a file. */
export function logText({ lines }: LogBuffer): string {
  return lines
    .map(({ time, text }) => (time ? `${time} ${text}` : text))
    .join('\n')
    .concat('\n');
}
