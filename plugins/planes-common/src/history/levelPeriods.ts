import { PlaneTransition, SlotLevel } from '../api/historySchema';
import { slotLevel } from './slotLevel';

/** A time of one level; times are milliseconds since 1970. */
export interface LevelPeriod {
  readonly level: SlotLevel;
  readonly start: number;
  /** Infinite for the last one. As early as the start where two changes have the same time. */
  readonly end: number;
}

/** Transitions in the order of their times; those whose time cannot be read are left out. */
export function inOrder(
  transitions: readonly PlaneTransition[],
): readonly (PlaneTransition & { readonly time: number })[] {
  return transitions
    .map(transition => ({ ...transition, time: Date.parse(transition.at) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time);
}

/** The periods that transitions begin and end: without gaps, each of another level than the one before. */
export function levelPeriods(
  transitions: readonly PlaneTransition[],
): readonly LevelPeriod[] {
  const periods: { level: SlotLevel; start: number; end: number }[] = [];
  for (const { state, time } of inOrder(transitions)) {
    const level = slotLevel(state);
    const last = periods.at(-1);
    if (level === last?.level) {
      continue;
    }
    if (last) {
      last.end = time;
    }
    periods.push({ level, start: time, end: Infinity });
  }
  return periods;
}
