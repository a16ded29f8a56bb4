import { HistorySummary } from '@openchoreo-planes/backstage-plugin-planes-common';

/** Of a history, what its text says. @public */
export type HistoryFigures = Pick<
  HistorySummary,
  'uptime' | 'losses' | 'flaps'
>;

function count(number: number, one: string, many: string): string[] {
  return number > 0 ? [`${number} ${number === 1 ? one : many}`] : [];
}

/**
 * A share of time in per cent: `99.71 %`.
 *
 * @remarks
 * Rounded down, so that only an uptime without any loss is 100 %.
 *
 * @param uptime - 0 to 1
 * @public
 */
export function formatUptime(uptime: number): string {
  const hundredths = Math.floor(Number((uptime * 10_000).toFixed(4)));
  return `${
    hundredths % 100 === 0 ? hundredths / 100 : (hundredths / 100).toFixed(2)
  } %`;
}

/**
 * A history in words: `99.71 % in 30 days, 2 losses, 1 flap`.
 *
 * @param span - the span of time, as it reads after "in"
 * @public
 */
export function historyText(history: HistoryFigures, span: string): string {
  const { uptime, losses, flaps } = history;
  const first =
    uptime === undefined
      ? `Uptime in ${span} not known`
      : `${formatUptime(uptime)} in ${span}`;
  return [
    first,
    ...count(losses, 'loss', 'losses'),
    ...count(flaps, 'flap', 'flaps'),
  ].join(', ');
}
