import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useVirtualizer } from '@tanstack/react-virtual';
import { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useEffect, useRef } from 'react';
import { lineNumber, LogBuffer } from './buffer/LogBuffer';
import { LogRow } from './LogRow';
import { useStickToEnd } from './useStickToEnd';

const LINE_HEIGHT = 20;
const OVERSCAN = 20;

export interface LogLinesProps {
  /** What the log is of: `integration-tests`. */
  label: string;
  log: LogBuffer;
  sought: string;
  wrap: boolean;
  following: boolean;
  onFollowingChange: (following: boolean) => void;
  /** The time of the line that a link leads to. */
  linkedTime?: string;
  /** The line that the search is at. */
  currentLine?: number;
  hrefOf: (line: LogLine) => string | undefined;
  onLink: (line: LogLine) => void;
  loadingOlder: boolean;
  onLoadOlder: () => void;
}

/** The lines of a log, drawn as far as they are in sight. */
export function LogLines(props: LogLinesProps) {
  const { label, log, linkedTime, currentLine, following } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: log.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  });
  const linkedIndex = log.lines.findIndex(
    ({ time }) => time !== undefined && time === linkedTime,
  );
  const target = currentLine ?? (linkedIndex >= 0 ? linkedIndex : undefined);
  useEffect(() => {
    if (target !== undefined) {
      virtualizer.scrollToIndex(target, { align: 'center' });
    }
  }, [target, virtualizer]);
  const onScroll = useStickToEnd({
    scroller,
    stick: following,
    lines: log.lines,
    onChange: props.onFollowingChange,
  });
  return (
    <Box
      ref={scroller}
      role="region"
      aria-label={`Log of ${label}`}
      tabIndex={0}
      onScroll={onScroll}
      sx={{
        height: Math.min(
          420,
          Math.max(120, log.lines.length * LINE_HEIGHT + 24),
        ),
        overflow: 'auto',
        py: 1,
        fontFamily: 'monospace',
        fontSize: '0.75rem',
        lineHeight: `${LINE_HEIGHT}px`,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {log.hasOlder && (
        <Box sx={{ px: 2, pb: 1 }}>
          <Button
            size="small"
            variant="outlined"
            disabled={props.loadingOlder}
            onClick={props.onLoadOlder}
          >
            {props.loadingOlder ? 'Reading earlier lines…' : 'Earlier lines'}
          </Button>
        </Box>
      )}
      <Box sx={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(item => {
          const line = log.lines[item.index];
          return (
            <Box
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              sx={{
                position: 'absolute',
                left: 0,
                minWidth: '100%',
                maxWidth: props.wrap ? '100%' : undefined,
              }}
              style={{ top: item.start }}
            >
              <LogRow
                line={line}
                number={lineNumber(log, item.index)}
                sought={props.sought}
                wrap={props.wrap}
                linked={item.index === linkedIndex}
                current={item.index === currentLine}
                href={props.hrefOf(line)}
                onLink={props.onLink}
              />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
