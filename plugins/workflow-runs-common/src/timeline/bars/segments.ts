import type { Outline } from '../structure/outline';
import type { TimelineSegment, TimelineSegmentKind } from '../types';
import type { Bars } from './bars';
import type { Instants } from './instants';

const NONE: readonly TimelineSegment[] = [];

/** The parts of a retry's bar: its attempts, and what lies between them. */
function retrySegments(
  start: number,
  end: number,
  attempts: readonly number[],
  bars: Bars,
): TimelineSegment[] {
  const segments: TimelineSegment[] = [];
  let at = start;
  const add = (kind: TimelineSegmentKind, to: number) => {
    const last = segments.length - 1;
    if (to <= at) {
      return;
    }
    if (last >= 0 && segments[last].kind === kind) {
      segments[last] = { kind, start: segments[last].start, end: to };
    } else {
      segments.push({ kind, start: at, end: to });
    }
    at = to;
  };
  const begun = attempts.filter(attempt => !Number.isNaN(bars.start[attempt]));
  begun.sort((a, b) => bars.start[a] - bars.start[b] || a - b);
  let gap: TimelineSegmentKind = 'waiting';
  for (const attempt of begun) {
    add(gap, Math.min(bars.start[attempt], end));
    add('running', Math.min(bars.end[attempt], end));
    gap = 'idle';
  }
  add('idle', end);
  return segments;
}

/** What went on in a node's bar. */
export function segmentsOf(
  number: number,
  { graph, members }: Outline,
  bars: Bars,
  instants: Instants,
): readonly TimelineSegment[] {
  const start = bars.start[number];
  const end = bars.end[number];
  if (Number.isNaN(start)) {
    return NONE;
  }
  const { type, phase } = graph.nodes[number];
  if (type === 'Retry') {
    const attempts = members.get(number) ?? [];
    const segments = retrySegments(start, end, attempts, bars);
    if (attempts.length > 0 && segments.length > 0) {
      return segments;
    }
  }
  if (type === 'Suspend') {
    return [{ kind: 'suspended', start, end }];
  }
  if (phase === 'Pending') {
    return [{ kind: 'waiting', start, end }];
  }
  const running = Math.min(instants.running[number], end);
  return running > start
    ? [
        { kind: 'waiting', start, end: running },
        { kind: 'running', start: running, end },
      ]
    : [{ kind: 'running', start, end }];
}
