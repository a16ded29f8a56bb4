import { line, LogScript } from '../LogScript';

/** A message is sent. */
export const notify: LogScript = ({ exitCode, dice }) =>
  exitCode === 0
    ? [line(`{"ok":true,"message":"${dice.hex('message', 12)}"}`)]
    : [line('curl: (22) The requested URL returned error: 503', 3)];
