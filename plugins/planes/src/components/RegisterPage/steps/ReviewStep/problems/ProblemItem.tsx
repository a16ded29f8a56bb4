import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  SEVERITY_LOOKS,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ChangeLink } from './ChangeLink';

/** One problem: how much it matters, what it is, what to do about it, and the way to its field. */
export function ProblemItem(props: { problem: RegistrationProblem }) {
  const { problem } = props;
  const { tone, Icon, word } = SEVERITY_LOOKS[problem.severity];
  const { text } = toneColours(useTheme(), tone);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25 }}>
      <Box sx={{ color: text, pt: 0.25 }}>
        <Icon size="1.2em" aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2">
          <Box component="span" sx={{ color: text, fontWeight: 'medium' }}>
            {word}:
          </Box>{' '}
          {problem.message}
        </Typography>
        {problem.remedy && (
          <Typography variant="body2" color="text.secondary">
            {problem.remedy}
          </Typography>
        )}
      </Box>
      <ChangeLink problem={problem} />
    </Box>
  );
}
