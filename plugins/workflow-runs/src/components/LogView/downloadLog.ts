import { LogBuffer, logText } from './buffer/LogBuffer';

/** Hands the lines of a log to the browser as a file. */
export function downloadLog(name: string, log: LogBuffer): void {
  const url = URL.createObjectURL(
    new Blob([logText(log)], { type: 'text/plain' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^\w.-]+/g, '-')}.log`;
  link.click();
  URL.revokeObjectURL(url);
}
