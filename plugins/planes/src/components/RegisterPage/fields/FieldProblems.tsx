import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  SEVERITY_LOOKS,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { SpokenWord } from './SpokenWord';

export interface FieldProblemsProps {
  problems: readonly RegistrationProblem[];
  /** For `aria-describedby` of what the problems are about. */
  id?: string;
}

/** What is wrong with a value, and what to do about it. */
export function FieldProblems(props: FieldProblemsProps) {
  const theme = useTheme();
  return (
    <Box component="span" id={props.id} sx={{ display: 'block' }}>
      {props.problems.map(({ code, severity, message, remedy }) => {
        const { tone, Icon, word } = SEVERITY_LOOKS[severity];
        return (
          <Box
            key={`${code} ${message}`}
            component="span"
            sx={{
              display: 'flex',
              gap: 0.75,
              mt: 0.5,
              color: 'text.secondary',
              fontSize: 'caption.fontSize',
              overflowWrap: 'anywhere',
            }}
          >
            <Box component="span" sx={{ color: toneColours(theme, tone).text }}>
              <Icon
                size="1.2em"
                aria-hidden
                style={{ verticalAlign: '-0.2em' }}
              />
              <SpokenWord>{word}</SpokenWord>
            </Box>
            <span>
              <Box
                component="span"
                sx={{ color: toneColours(theme, tone).text }}
              >
                {message}
              </Box>
              {remedy && ` ${remedy}`}
            </span>
          </Box>
        );
      })}
    </Box>
  );
}
