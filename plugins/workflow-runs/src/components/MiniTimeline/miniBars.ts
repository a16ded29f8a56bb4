import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

export type RunTask = RunSummary['tasks'][number];

/** The width of the drawing, in its own units. */
export const MINI_WIDTH = 1000;
/** The height of the drawing, in its own units. */
export const MINI_HEIGHT = 20;

const MAX_LANES = 4;
const MAX_LANE_HEIGHT = 10;
const GAP = 1;

/** How a bar looks. */
export type MiniLevel = 'ok' | 'failed' | 'running' | 'pending' | 'waiting';

/** What matters can be seen however short it was. */
const MIN_WIDTHS: Record<MiniLevel, number> = {
  ok: 8,
  failed: 24,
  running: 16,
  pending: 8,
  waiting: 0,
};

/** A bar of the small timeline, in the drawing's units. */
export interface MiniBar {
  level: MiniLevel;
  x: number;
  y: number;
  width: number;
  height: number;
}

const LEVELS: Partial<Record<RunTask['phase'], MiniLevel>> = {
  Succeeded: 'ok',
  Failed: 'failed',
  Error: 'failed',
  Running: 'running',
  Pending: 'pending',
};

interface Span {
  level: MiniLevel;
  from: number;
  to: number;
}

function spanOf(task: RunTask, start: number, end: number): Span | undefined {
  const level = LEVELS[task.phase];
  const startedAt = Date.parse(task.startedAt ?? '');
  if (!level || Number.isNaN(startedAt)) {
    return undefined;
  }
  const isOpen = level === 'running' || level === 'pending';
  const completedAt = Date.parse(task.completedAt ?? '');
  // Whatever the clocks say, a bar lies within the run, and ends after it began.
  const within = (time: number) => Math.min(Math.max(time, start), end);
  const from = within(startedAt);
  const openEnd = isOpen ? end : from;
  const to = Number.isNaN(completedAt) ? openEnd : within(completedAt);
  return { level, from, to: Math.max(from, to) };
}

/** The lane of each span: the first that is free, or else the one that has been taken the longest. */
function lanesOf(spans: readonly Span[]): { lanes: number[]; count: number } {
  const ends: number[] = [];
  const lanes = spans.map(({ from, to }) => {
    const free = ends.findIndex(end => end <= from);
    const next = ends.length < MAX_LANES ? ends.length : undefined;
    const lane = free >= 0 ? free : next ?? ends.indexOf(Math.min(...ends));
    ends[lane] = Math.max(to, ends[lane] ?? to);
    return lane;
  });
  return { lanes, count: Math.max(1, ends.length) };
}

/** The time before the first task. */
function waitingSpan(spans: readonly Span[], start: number, end: number): Span {
  return { level: 'waiting', from: start, to: spans.at(0)?.from ?? end };
}

/**
 * The bars of the tasks that have begun and of the time before, those that run at the same time below each other.
 *
 * @param start - when the run began, in milliseconds since 1970
 * @param end - when it ended, or now
 */
export function miniBars(
  tasks: readonly RunTask[],
  start: number,
  end: number,
): MiniBar[] {
  const length = Math.max(1, end - start);
  const begun = tasks
    .flatMap(task => spanOf(task, start, start + length) ?? [])
    .sort((a, b) => a.from - b.from);
  const spans = [waitingSpan(begun, start, start + length), ...begun];
  const { lanes, count } = lanesOf(spans);
  const height = Math.min(MAX_LANE_HEIGHT, MINI_HEIGHT / count);
  const top = (MINI_HEIGHT - count * height) / 2;
  return spans.map(({ level, from, to }, index) => {
    const scaled = ((to - from) / length) * MINI_WIDTH;
    const width = Math.max(MIN_WIDTHS[level], scaled);
    const x = ((from - start) / length) * MINI_WIDTH;
    return {
      level,
      x: Math.min(x, MINI_WIDTH - width),
      y: top + lanes[index] * height,
      width,
      height: height - GAP,
    };
  });
}
