import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { toneColours } from '../../status/toneColours';
import { SEVERITY_LOOKS } from './severityLooks';

/** Props of {@link Notice}. @public */
export interface NoticeProps {
  severity: 'info' | 'warning' | 'error';
  title: ReactNode;
  /** A sentence on what it means or what to do. */
  children?: ReactNode;
  onRetry?: () => void;
}

/**
 * Something about what is shown, or why nothing is, that the reader should know.
 *
 * @public
 */
export function Notice(props: NoticeProps) {
  const { severity, title, children, onRetry } = props;
  const { tone, Icon } = SEVERITY_LOOKS[severity];
  const colours = toneColours(useTheme(), tone);
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 1.25,
        p: 1.5,
        borderRadius: 2,
        backgroundColor: colours.tint,
      }}
    >
      <Box sx={{ color: colours.text, pt: 0.25 }}>
        <Icon size="1.2em" aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" fontWeight="fontWeightMedium">
          {title}
        </Typography>
        {children && (
          <Typography
            variant="body2"
            color="text.secondary"
            sx={{ overflowWrap: 'anywhere' }}
          >
            {children}
          </Typography>
        )}
      </Box>
      {onRetry && (
        <Box>
          <Button size="small" variant="outlined" onClick={onRetry}>
            Try again
          </Button>
        </Box>
      )}
    </Box>
  );
}
