import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { Finding } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  SEVERITY_LOOKS,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useId } from 'react';
import { Link } from 'react-router-dom';

export interface FindingItemProps {
  finding: Finding;
  /** The address of the form at the field that the finding is about; undefined where it cannot be changed there. */
  fixHref?: string;
}

/** One finding: what it is, what to do, and which field of the resource it is about. */
export function FindingItem(props: FindingItemProps) {
  const { fixHref } = props;
  const messageId = useId();
  const { severity, message, remedy, field } = props.finding;
  const { word, tone, Icon } = SEVERITY_LOOKS[severity];
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box sx={{ display: 'flex', gap: 1.25 }}>
      <Box sx={{ color: text, pt: 0.25 }}>
        <Icon size="1.3em" role="img" aria-label={word} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography
          id={messageId}
          variant="body2"
          fontWeight="fontWeightMedium"
        >
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
      {fixHref && (
        <div>
          <Button
            size="small"
            variant="outlined"
            component={Link}
            to={fixHref}
            aria-describedby={messageId}
          >
            Fix…
          </Button>
        </div>
      )}
    </Box>
  );
}
