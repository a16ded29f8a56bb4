import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { ConnectionTestReport } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RelativeTime,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { formatMilliseconds } from './formatMilliseconds';
import { Requester } from './Requester';
import { STEP_STATUS } from './stepStatus';
import { testOutcome } from './testOutcome';

/** How a test ended, how long it took, when that was, and who asked for it. */
export function ReportHead(props: { report: ConnectionTestReport }) {
  const { report } = props;
  const { tone, Icon } = STEP_STATUS[report.outcome];
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box sx={{ display: 'flex', gap: 1.25 }}>
      <Box sx={{ color: text, pt: 0.25 }}>
        <Icon size="1.2em" aria-hidden />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2" fontWeight="fontWeightMedium">
          {testOutcome(report)}
        </Typography>
        <Typography variant="caption" component="p" color="text.secondary">
          finished in {formatMilliseconds(report.durationMs)} ·{' '}
          <RelativeTime time={report.finishedAt} /> · by{' '}
          <Requester entityRef={report.requestedBy} />
        </Typography>
      </Box>
    </Box>
  );
}
