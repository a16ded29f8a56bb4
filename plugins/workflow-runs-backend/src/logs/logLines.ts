import type { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { parseLogTime } from './logTime';
import { plainText } from './plainText';

/**
 * Reads a log that was asked for with timestamps.
 *
 * @param isCut - the text ends somewhere, so that its last line is not whole
 */
export function logLines(
  text: string,
  { isCut = false }: { isCut?: boolean } = {},
): LogLine[] {
  const lines = text.split('\n');
  const last = lines.at(-1);
  if (last === '' || isCut) {
    lines.pop();
  }
  return lines.map(logLine);
}

function logLine(line: string): LogLine {
  const space = line.indexOf(' ');
  const time = space < 0 ? line : line.slice(0, space);
  // A line that is empty but for its time ends with the space, which something in between may have taken away.
  return parseLogTime(time)
    ? { time, text: space < 0 ? '' : plainText(line.slice(space + 1)) }
    : { text: plainText(line) };
}
