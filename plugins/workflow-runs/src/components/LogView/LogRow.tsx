import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { alpha, Theme, useTheme } from '@mui/material/styles';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { memo } from 'react';
import { ansiStyle } from './ansi/ansiStyle';
import { parseAnsi } from './ansi/parseAnsi';
import { formatClock } from './formatClock';
import { looksLikeFailure } from './lineTone';
import { matchRanges } from './search/findMatches';
import { markSpans } from './search/markSpans';

export interface LogRowProps {
  line: LogLine;
  /** Undefined where it is not known how many lines lie before. */
  number?: number;
  sought: string;
  wrap: boolean;
  /** The line that a link leads to. */
  linked: boolean;
  /** The match that the search is at. */
  current: boolean;
  /** The address of this line; undefined for lines without a time. */
  href?: string;
  onLink: (line: LogLine) => void;
}

function background(
  theme: Theme,
  look: { linked: boolean; current: boolean; failure: boolean },
): string | undefined {
  const { primary, action } = theme.palette;
  if (look.current) {
    return alpha(primary.main, 2 * action.selectedOpacity);
  }
  if (look.linked) {
    return alpha(primary.main, action.selectedOpacity);
  }
  return look.failure ? toneColours(theme, 'error').tint : undefined;
}

function Gutter(props: LogRowProps) {
  const { line, number, href, onLink } = props;
  const time = line.time === undefined ? '' : formatClock(line.time);
  const label = number === undefined ? time : `${number}`.padStart(5);
  return (
    <Box
      component="span"
      sx={{
        flex: 'none',
        color: 'text.secondary',
        userSelect: 'none',
        whiteSpace: 'pre',
      }}
    >
      {href ? (
        <Link
          href={href}
          color="inherit"
          underline="hover"
          title={line.time}
          aria-label={`Link to line ${number ?? time}`}
          tabIndex={-1}
          onClick={event => {
            event.preventDefault();
            onLink(line);
          }}
        >
          {label}
        </Link>
      ) : (
        label
      )}
      {number !== undefined && (
        <Box
          component="span"
          title={line.time}
          sx={{ pl: 1.5, display: { xs: 'none', sm: 'inline' } }}
        >
          {time}
        </Box>
      )}
    </Box>
  );
}

function Row(props: LogRowProps) {
  const { line, sought, wrap, linked, current } = props;
  const theme = useTheme();
  const spans = parseAnsi(line.text);
  const text = spans.map(span => span.text).join('');
  const marked = markSpans(spans, matchRanges(text, sought));
  const failure = looksLikeFailure(text);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1.5,
        px: 2,
        minWidth: '100%',
        width: wrap ? undefined : 'max-content',
        backgroundColor: background(theme, { linked, current, failure }),
      }}
    >
      <Gutter {...props} />
      <Box
        component="span"
        sx={{
          whiteSpace: wrap ? 'pre-wrap' : 'pre',
          overflowWrap: wrap ? 'anywhere' : undefined,
          minWidth: 0,
          tabSize: 4,
        }}
      >
        {marked.map((span, index) => (
          <Box
            // The spans of a line never change places.
            key={index}
            component={span.marked ? 'mark' : 'span'}
            style={ansiStyle(theme, span)}
            sx={
              span.marked
                ? {
                    color: 'inherit',
                    backgroundColor: alpha(theme.palette.status.warning, 0.35),
                  }
                : undefined
            }
          >
            {span.text}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** One line of a log. */
export const LogRow = memo(Row);
