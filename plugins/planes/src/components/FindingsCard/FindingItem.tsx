import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  Finding,
  FindingSeverity,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  StatusTone,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import { Code } from '../FactList';

const SEVERITIES: Record<
  FindingSeverity,
  { label: string; tone: StatusTone; Icon: RemixiconComponentType }
> = {
  error: { label: 'Error', tone: 'error', Icon: RiErrorWarningLine },
  warning: { label: 'Warning', tone: 'warning', Icon: RiAlertLine },
  info: { label: 'Note', tone: 'pending', Icon: RiInformationLine },
};

/** One finding: what it is, what to do, and which field of the resource it is about. */
export function FindingItem(props: { finding: Finding }) {
  const { severity, message, remedy, field } = props.finding;
  const { label, tone, Icon } = SEVERITIES[severity];
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box sx={{ display: 'flex', gap: 1.25 }}>
      <Box sx={{ color: text, pt: 0.25 }}>
        <Icon size="1.3em" role="img" aria-label={label} />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2" fontWeight="fontWeightMedium">
          {message}
        </Typography>
        {remedy && (
          <Typography variant="body2" color="text.secondary">
            {remedy}
          </Typography>
        )}
        {field && (
          <Typography variant="caption" color="text.secondary">
            <Code>{field}</Code>
          </Typography>
        )}
      </Box>
    </Box>
  );
}
