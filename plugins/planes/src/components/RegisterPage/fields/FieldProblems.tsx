import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
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
import { SpokenWord } from './SpokenWord';

const LOOKS: Record<
  RegistrationProblem['severity'],
  { tone: StatusTone; Icon: RemixiconComponentType; word: string }
> = {
  error: { tone: 'error', Icon: RiErrorWarningLine, word: 'Error' },
  warning: { tone: 'warning', Icon: RiAlertLine, word: 'Warning' },
  info: { tone: 'pending', Icon: RiInformationLine, word: 'Note' },
};

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
        const { tone, Icon, word } = LOOKS[severity];
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
