import {
  HistorySummary,
  PlaneTransition,
  SlotLevel,
} from '../api/historySchema';
import { HistorySpan } from './historySpan';
import { LevelPeriod, levelPeriods } from './levelPeriods';

const FLAP_MS = 60_000;

const GRAVITY: Record<SlotLevel, number> = {
  unknown: 0,
  up: 1,
  degraded: 2,
  down: 3,
};

function slotLevels(
  periods: readonly LevelPeriod[],
  span: HistorySpan,
): SlotLevel[] {
  const from = span.from.getTime();
  const length = span.to.getTime() - from;
  const levels = new Array<SlotLevel>(span.slots).fill('unknown');
  for (const { level, start, end } of periods) {
    if (end <= from || start > from + length) {
      continue;
    }
    const after = Math.max(start - from, 0) * span.slots;
    const until = Math.min(end - from, length) * span.slots;
    const first = Math.min(Math.floor(after / length), span.slots - 1);
    const last = Math.max(Math.ceil(until / length) - 1, first);
    for (let slot = first; slot <= last; slot += 1) {
      if (GRAVITY[level] > GRAVITY[levels[slot]]) {
        levels[slot] = level;
      }
    }
  }
  return levels;
}

function timeAt(
  level: SlotLevel,
  periods: readonly LevelPeriod[],
  span: HistorySpan,
): number {
  let time = 0;
  for (const period of periods) {
    const start = Math.max(period.start, span.from.getTime());
    const end = Math.min(period.end, span.to.getTime());
    if (period.level === level && end > start) {
      time += end - start;
    }
  }
  return time;
}

function isSeen(period: LevelPeriod | undefined): boolean {
  return period?.level === 'up' || period?.level === 'degraded';
}

function countLosses(
  periods: readonly LevelPeriod[],
  span: HistorySpan,
): { losses: number; flaps: number } {
  let losses = 0;
  let flaps = 0;
  for (const [i, period] of periods.entries()) {
    const isWithin =
      period.start > span.from.getTime() && period.start <= span.to.getTime();
    if (isWithin && period.level === 'down' && isSeen(periods[i - 1])) {
      losses += 1;
      if (isSeen(periods[i + 1]) && period.end - period.start <= FLAP_MS) {
        flaps += 1;
      }
    }
  }
  return { losses, flaps };
}

/**
 * A plane's history over a span, in short.
 *
 * @remarks
 * A slot has the level of its worst moment. Time before the first transition is unknown; unknown and degraded time
 * counts neither for the uptime nor against it. A loss belongs to the span in which it began; the span's beginning is
 * not part of it, its end is.
 *
 * @param transitions - oldest first; they may begin before the span, and should for the state at its beginning
 * @public
 */
export function summarizeHistory(
  transitions: readonly PlaneTransition[],
  span: HistorySpan,
): HistorySummary {
  const periods = levelPeriods(transitions);
  const up = timeAt('up', periods, span);
  const down = timeAt('down', periods, span);
  return {
    slots: slotLevels(periods, span),
    ...(up + down > 0 ? { uptime: up / (up + down) } : {}),
    ...countLosses(periods, span),
  };
}
