import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  formatExactDuration,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';
import { deltaTrend, formatDelta } from '../../Timeline';
import type { Comparison } from '../compare/useComparison';

export interface RunStripProps {
  timeline: Timeline | undefined;
  comparison: Comparison | undefined;
  /** Where what is shown comes from, and how old it is. */
  source: ReactNode;
}

function Figure(props: {
  label: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  return (
    <Typography variant="body2" color="text.secondary" title={props.title}>
      {props.label}{' '}
      <Box
        component="span"
        sx={{ color: 'text.primary', fontWeight: 'fontWeightBold' }}
      >
        {props.children}
      </Box>
    </Typography>
  );
}

function Difference(props: { differenceMs: number; expectedMs: number }) {
  const theme = useTheme();
  const colours = {
    slower: toneColours(theme, 'warning').text,
    faster: toneColours(theme, 'ok').text,
    same: theme.palette.text.primary,
  };
  return (
    <span style={{ color: colours[deltaTrend(props)] }}>
      {formatDelta(props.differenceMs)}
    </span>
  );
}

function ComparisonFigures(props: {
  comparison: Comparison;
  timeline: Timeline | undefined;
}) {
  const { withWhat, differenceMs, expectedMs, slowest } = props.comparison;
  const slowestRow = props.timeline?.rows.find(
    ({ id }) => id === slowest?.rowId,
  );
  return (
    <>
      {expectedMs !== undefined && differenceMs !== undefined && (
        <Figure label={`Against ${withWhat}`}>
          <Difference differenceMs={differenceMs} expectedMs={expectedMs} />
        </Figure>
      )}
      {expectedMs !== undefined && differenceMs === undefined && (
        <Figure label={withWhat.replace(/^t/, 'T')}>
          {formatExactDuration(expectedMs)}
        </Figure>
      )}
      {slowest && slowestRow && (
        <Figure label="Slowest change">
          {slowestRow.title} <Difference {...slowest} />
        </Figure>
      )}
    </>
  );
}

/** Where the time of a run went, in a line. */
export function RunStrip(props: RunStripProps) {
  const { timeline, comparison, source } = props;
  const {
    criticalPathMs = 0,
    criticalWaitingMs = 0,
    elapsedMs = 1,
  } = timeline?.totals ?? {};
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="Where the time went"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 3.5,
        rowGap: 0.5,
        px: 2,
        py: 1.25,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {criticalPathMs > 0 && (
        <Figure
          label="Critical path"
          title="The chain of steps that the run took as long as, waits included"
        >
          {formatExactDuration(criticalPathMs)}
        </Figure>
      )}
      {criticalWaitingMs > 0 && (
        <Figure
          label="Waiting"
          title="The time on the critical path in which nothing ran: queues, image pulls, pauses between attempts, approvals"
        >
          {formatExactDuration(criticalWaitingMs)}{' '}
          <Box
            component="span"
            sx={{ color: 'text.secondary', fontWeight: 'fontWeightRegular' }}
          >
            {Math.round((criticalWaitingMs / elapsedMs) * 100)} %
          </Box>
        </Figure>
      )}
      {comparison && (
        <ComparisonFigures comparison={comparison} timeline={timeline} />
      )}
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ ml: 'auto', lineHeight: 1.5 }}
      >
        {source}
      </Typography>
    </Paper>
  );
}
