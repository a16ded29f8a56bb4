import { styled, Theme, useTheme } from '@mui/material/styles';
import {
  toneColours,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { memo } from 'react';
import {
  MINI_HEIGHT,
  MINI_WIDTH,
  miniBars,
  MiniBar,
  MiniLevel,
  RunTask,
} from './miniBars';
import { miniText } from './miniText';

export interface MiniTimelineProps {
  tasks: readonly RunTask[];
  /** How many tasks the run has, which may be more than are given. */
  taskCount: number;
  /** When the run began, ISO 8601. */
  start: string;
  /** While it is absent, the timeline grows. */
  end?: string;
}

const TICK_MS = 1_000;
/** What is still to come, and what is well, stays in the background. */
const OPACITY: Record<MiniLevel, number> = {
  ok: 0.75,
  failed: 1,
  running: 1,
  pending: 0.4,
  waiting: 0.2,
};
const LEVELS: readonly MiniLevel[] = [
  'waiting',
  'pending',
  'ok',
  'running',
  'failed',
];

const Drawing = styled('svg')({ display: 'block', width: '100%' });

function colourOf(theme: Theme, level: MiniLevel): string {
  switch (level) {
    case 'ok':
      return theme.palette.status.ok;
    case 'failed':
      return toneColours(theme, 'error').text;
    case 'running':
      return toneColours(theme, 'running').text;
    default:
      return theme.palette.text.secondary;
  }
}

function pathOf(bars: readonly MiniBar[]): string {
  return bars
    .map(
      ({ x, y, width, height }) =>
        `M${x.toFixed(1)} ${y}h${width.toFixed(1)}v${height}h-${width.toFixed(
          1,
        )}z`,
    )
    .join('');
}

function Bars(props: MiniTimelineProps & { endMs: number }) {
  const { tasks, taskCount, start, endMs } = props;
  const theme = useTheme();
  const bars = miniBars(tasks, Date.parse(start), endMs);
  return (
    <Drawing
      role="img"
      height={MINI_HEIGHT}
      viewBox={`0 0 ${MINI_WIDTH} ${MINI_HEIGHT}`}
      preserveAspectRatio="none"
    >
      <title>{miniText(tasks, taskCount)}</title>
      <rect
        y={MINI_HEIGHT / 2 - 0.5}
        width={MINI_WIDTH}
        height={1}
        fill={theme.palette.divider}
      />
      {LEVELS.map(level => {
        const path = pathOf(bars.filter(bar => bar.level === level));
        return (
          path && (
            <path
              key={level}
              d={path}
              fill={colourOf(theme, level)}
              fillOpacity={OPACITY[level]}
            />
          )
        );
      })}
    </Drawing>
  );
}

function Growing(props: MiniTimelineProps) {
  return <Bars {...props} endMs={useNow(TICK_MS)} />;
}

function MiniTimelineView(props: MiniTimelineProps) {
  return props.end === undefined ? (
    <Growing {...props} />
  ) : (
    <Bars {...props} endMs={Date.parse(props.end)} />
  );
}

/** The tasks of a run as bars over its time, and in words for those who cannot see them. */
export const MiniTimeline = memo(MiniTimelineView);
