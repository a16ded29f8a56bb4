import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  FilterButton,
  SearchField,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback } from 'react';
import type { RowFlags } from '../rows/rowFlags';
import type { RowFilter } from '../rows/visibleRows';
import type { PlotStore } from '../state/PlotStore';
import type { AxisMode } from '../words/timeAxis';
import { KeyHelp } from './KeyHelp';
import { ZoomButtons } from './ZoomButtons';

export interface TimelineToolbarProps {
  plot: PlotStore;
  /** How many rows there are. */
  count: number;
  flags: RowFlags;
  filter: RowFilter;
  onFilter: (change: Partial<RowFilter>) => void;
  showCritical: boolean;
  onShowCritical: (show: boolean) => void;
  axisMode: AxisMode;
  onAxisMode: (mode: AxisMode) => void;
}

/** What of the run is shown, and how large. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const { plot, count, flags, filter, onFilter, axisMode } = props;
  const onText = useCallback((text: string) => onFilter({ text }), [onFilter]);
  const sinceStart = axisMode === 'since-start';
  return (
    <Box
      role="search"
      aria-label="Nodes"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1.25,
        // As high as the buttons beside it.
        '& input': { py: 0.625, fontSize: 'body2.fontSize' },
      }}
    >
      <SearchField
        label="Filter nodes"
        placeholder={`Filter ${count} ${count === 1 ? 'node' : 'nodes'}`}
        value={filter.text}
        onChange={onText}
      />
      <FilterButton
        pressed={props.showCritical}
        onClick={() => props.onShowCritical(!props.showCritical)}
      >
        Critical path
      </FilterButton>
      {(flags.failed.size > 0 || filter.failed) && (
        <FilterButton
          pressed={filter.failed}
          onClick={() => onFilter({ failed: !filter.failed })}
        >
          Failed {flags.failed.size}
        </FilterButton>
      )}
      {(flags.waiting.size > 0 || filter.waiting) && (
        <FilterButton
          pressed={filter.waiting}
          onClick={() => onFilter({ waiting: !filter.waiting })}
        >
          Waiting {flags.waiting.size}
        </FilterButton>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
        <Button
          size="small"
          color="inherit"
          title={sinceStart ? 'Show the time of day' : 'Show time since start'}
          onClick={() => props.onAxisMode(sinceStart ? 'clock' : 'since-start')}
          sx={{ color: 'text.secondary', fontWeight: 'fontWeightRegular' }}
        >
          {sinceStart ? 'Time since start' : 'Time of day'}
        </Button>
        <ZoomButtons plot={plot} />
        <KeyHelp />
      </Box>
    </Box>
  );
}
