import {
  HistoryWindow,
  PlaneHistory,
  PlaneTransition,
} from '../api/historySchema';
import { formatTime } from '../parse/time';
import { historySpan } from './historySpan';
import { inOrder } from './levelPeriods';
import { summarizeHistory } from './summarizeHistory';

const HOUR_MS = 60 * 60_000;
const FLAPPING_LOSSES = 3;
const MAX_TRANSITIONS = 200;

/**
 * A plane's history over a window that ends now.
 *
 * @param transitions - oldest first: those of the last 30 days for every uptime, and the one before them
 * @param recordedSince - where what is known of the plane begins, ISO 8601
 * @public
 */
export function buildPlaneHistory(
  transitions: readonly PlaneTransition[],
  window: HistoryWindow,
  now: Date,
  recordedSince?: string,
): PlaneHistory {
  const span = historySpan(window, now);
  const uptime = (w: HistoryWindow) =>
    summarizeHistory(transitions, historySpan(w, now)).uptime;
  const lastHour = summarizeHistory(transitions, {
    from: new Date(now.getTime() - HOUR_MS),
    to: now,
    slots: 1,
  });
  return {
    window,
    from: formatTime(span.from),
    to: formatTime(span.to),
    ...(recordedSince === undefined ? {} : { recordedSince }),
    ...summarizeHistory(transitions, span),
    uptimes: {
      '24h': uptime('24h'),
      '7d': uptime('7d'),
      '30d': uptime('30d'),
    },
    flapping: lastHour.losses >= FLAPPING_LOSSES,
    transitions: inOrder(transitions)
      .filter(
        ({ time }) => time > span.from.getTime() && time <= span.to.getTime(),
      )
      .slice(-MAX_TRANSITIONS)
      .reverse()
      .map(({ at, state, reason }) => ({ at, state, reason })),
  };
}
