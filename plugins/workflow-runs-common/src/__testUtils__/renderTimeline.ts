import type { Timeline, TimelineRow } from '../timeline/types';
import { failureOf } from '../timeline/view/failureOf';
import { flattenRows } from '../timeline/view/flattenRows';
import { formatOffset } from '../timeline/view/formatOffset';

const BAR_WIDTH = 40;
/** Of longer timelines, the middle is left out. */
const MAX_ROWS = 24;
const TAIL_ROWS = 8;

const MARKS = { waiting: '/', running: '=', idle: '.', suspended: '~' };

function bar(row: TimelineRow, { start, end }: Timeline): string {
  const cells = new Array<string>(BAR_WIDTH).fill(' ');
  const cell = (time: number) =>
    Math.round(((time - start) / (end - start)) * (BAR_WIDTH - 1));
  const isGroup = row.segments.length === 1 && row.node.children.length > 0;
  const isEnvelope = isGroup && row.kind.match(/group|loop/) !== null;
  for (const segment of row.segments) {
    const mark = isEnvelope ? '-' : MARKS[segment.kind];
    for (let at = cell(segment.start); at <= cell(segment.end); at++) {
      cells[at] = mark;
    }
  }
  return cells.join('');
}

function flags(row: TimelineRow): string {
  return [
    row.role,
    row.attempt === undefined ? '' : `#${row.attempt}`,
    row.open && 'open',
    row.abandoned && 'abandoned',
    row.daemon && 'daemon',
    row.memoized && 'memoized',
    row.clockProblem && 'CLOCK',
    row.title !== row.label && `"${row.title}"`,
  ]
    .filter(Boolean)
    .join(' ');
}

function line(row: TimelineRow, timeline: Timeline): string {
  const time = (at: number | undefined) =>
    at === undefined ? '-' : formatOffset(at - timeline.start);
  const parts = row.segments
    .map(
      ({ kind, start, end }) => `${MARKS[kind]}${String((end - start) / 1000)}`,
    )
    .join(' ');
  const name = `${row.critical ? '*' : ' '} ${'  '.repeat(row.depth)}${
    row.label
  }`;
  return [
    name.padEnd(34),
    `|${bar(row, timeline)}|`,
    `${time(row.start)}-${time(row.end)}`.padEnd(11),
    row.kind,
    row.phase,
    flags(row),
    row.segments.length > 1 ? `[${parts}]` : '',
    row.reason === undefined ? '' : `-- ${row.reason}`,
  ]
    .filter(Boolean)
    .join(' ')
    .trimEnd();
}

/** A timeline as text, to be read by a person and compared with how it was. */
export function renderTimeline(timeline: Timeline): string {
  const { rows, totals, live } = timeline;
  const seconds = (ms: number) => `${ms / 1000} s`;
  const lines = flattenRows(timeline, new Set()).map(row =>
    line(row, timeline),
  );
  const left = lines.length - MAX_ROWS;
  const shown =
    left > 1
      ? [
          ...lines.slice(0, MAX_ROWS - TAIL_ROWS),
          `  ... ${left} rows`,
          ...lines.slice(-TAIL_ROWS),
        ]
      : lines;
  const folded = rows.filter(row => row.folded).length;
  return [
    `${seconds(totals.elapsedMs)}${live ? ' so far' : ''}, ${
      rows.length
    } nodes of which ${folded} folded; critical path ${seconds(
      totals.criticalPathMs,
    )} of which ${seconds(totals.criticalWaitingMs)} waiting`,
    ...shown,
    ...totals.byTemplate.map(
      ({ template, tasks, waitingMs, runningMs }) =>
        `  template ${template}: ${tasks} tasks, ${seconds(
          waitingMs,
        )} waiting, ${seconds(runningMs)} running`,
    ),
    `  failure: ${failureOf(timeline)?.message ?? 'none'}`,
  ].join('\n');
}
