import { styled, useTheme } from '@mui/material/styles';
import {
  HistorySummary,
  SlotLevel,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { memo, NamedExoticComponent } from 'react';
import { toneColours } from '../status/toneColours';
import { historyText } from './historyText';
import { SLOT_WIDTH, STRIP_HEIGHT, stripPaths } from './stripPaths';

/**
 * Props of {@link HistoryStrip}.
 *
 * @public
 */
export interface HistoryStripProps {
  summary: Pick<HistorySummary, 'slots' | 'uptime' | 'losses' | 'flaps'>;
  /** The span of time in words, as it reads after "in": `30 days`. */
  label: string;
  /** `row` is low, for a row of a table. Default: `card`. */
  size?: 'row' | 'card';
  /** What stands below the strip's beginning, end, and between. */
  from?: string;
  to?: string;
  caption?: string;
}

const LEVELS: readonly SlotLevel[] = ['unknown', 'up', 'degraded', 'down'];

/** What is good stays in the background. */
const UP_OPACITY = 0.75;

const Strip = styled('svg')({
  display: 'block',
  width: '100%',
});

const Captions = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
  paddingTop: theme.spacing(0.5),
  color: theme.palette.text.secondary,
}));

function HistoryStripView(props: HistoryStripProps) {
  const { summary, label, size = 'card', from, to, caption } = props;
  const theme = useTheme();
  const paths = stripPaths(summary.slots);
  const colours: Record<SlotLevel, string> = {
    up: theme.palette.status.ok,
    degraded: toneColours(theme, 'warning').text,
    down: toneColours(theme, 'error').text,
    unknown: theme.palette.text.secondary,
  };
  return (
    <div>
      <Strip
        role="img"
        height={size === 'row' ? 14 : 20}
        viewBox={`0 0 ${summary.slots.length * SLOT_WIDTH} ${STRIP_HEIGHT}`}
        preserveAspectRatio="none"
      >
        <title>{historyText(summary, label)}</title>
        {LEVELS.map(
          level =>
            paths[level] && (
              <path
                key={level}
                d={paths[level]}
                fill={colours[level]}
                fillOpacity={level === 'up' ? UP_OPACITY : undefined}
              />
            ),
        )}
      </Strip>
      {(from ?? to ?? caption) && (
        <Captions aria-hidden>
          <span>{from}</span>
          <span>{caption}</span>
          <span>{to}</span>
        </Captions>
      )}
    </div>
  );
}

/**
 * How a plane was over a span of time: a bar for each slot, its state as colour and height, and all of it in words for
 * those who cannot see it.
 *
 * @public
 */
export const HistoryStrip: NamedExoticComponent<HistoryStripProps> =
  memo(HistoryStripView);
