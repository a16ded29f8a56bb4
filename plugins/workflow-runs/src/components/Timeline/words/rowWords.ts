import { formatExactDuration } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  formatOffset,
  TimelineRow,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { lastedMs } from '../geometry/barShape';
import { waitedMs } from '../rows/rowFlags';

import { deltaWords, RowDelta } from './delta';

/** What stands beside a bar, or in its place where there is none. */
export interface BarLabel {
  readonly text: string;
  /** What is left out where there is no room for all of it. */
  readonly more?: string;
}

/** The label of a row's bar. */
export function barLabel(row: TimelineRow, now: number): BarLabel {
  const lasted = lastedMs(row, now);
  if (lasted === undefined) {
    return { text: row.reason ?? '' };
  }
  if (row.memoized) {
    return { text: 'from the cache' };
  }
  const text = formatExactDuration(lasted);
  const waits = row.open && row.segments.at(-1)?.kind !== 'running';
  return {
    text: row.clockProblem ? `≈ ${text}` : text,
    ...(waits && row.reason ? { more: `, ${row.reason}` } : {}),
  };
}

/** When a row began and how long it took, in words: what its bar shows. */
export function timingWords(
  row: TimelineRow,
  options: { origin: number; now: number; delta?: RowDelta },
): string {
  const { origin, now, delta } = options;
  const lasted = lastedMs(row, now);
  if (row.start === undefined || lasted === undefined) {
    return row.reason ?? 'Has not begun';
  }
  const waited = waitedMs(row);
  const parts = [
    `starts at ${formatOffset(row.start - origin)}`,
    row.open
      ? `for ${formatExactDuration(lasted)} so far`
      : `took ${formatExactDuration(lasted)}`,
    waited >= 1000 && `waited ${formatExactDuration(waited)}`,
    row.critical && 'on the critical path',
    delta && deltaWords(delta),
    row.clockProblem && 'clocks disagree',
    row.reason,
  ];
  return parts.filter(Boolean).join(', ');
}
