import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

export type RunTask = RunSummary['tasks'][number];

/** The width of the drawing, in its own units. */
export const MINI_WIDTH = 1000;
/** The height of the drawing, in its own units. */
export const MINI_HEIGHT = 20;

const MIN_BAR_WIDTH = 8;
const MAX_LANES = 4;
const GAP = 1;

/** How a bar looks. */
export type MiniLevel = 'ok' | 'failed' | 'running' | 'pending';

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

/**
 * The bars of the tasks that have begun, those that run at the same time below each other.
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
  const spans = tasks
    .flatMap(task => spanOf(task, start, start + length) ?? [])
    .sort((a, b) => a.from - b.from);
  const { lanes, count } = lanesOf(spans);
  const height = MINI_HEIGHT / count;
  return spans.map(({ level, from, to }, index) => {
    const scaled = ((to - from) / length) * MINI_WIDTH;
    const width = Math.max(MIN_BAR_WIDTH, scaled);
    const x = ((from - start) / length) * MINI_WIDTH;
    return {
      level,
      x: Math.min(x, MINI_WIDTH - width),
      y: lanes[index] * height,
      width,
      height: count > 1 ? height - GAP : height,
    };
  });
}
