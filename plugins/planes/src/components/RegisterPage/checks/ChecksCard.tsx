import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import {
  Announcement,
  countOf,
  StatusTone,
  toneColours,
  useNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiTimeLine,
} from '@remixicon/react';
import { useRegistrationForm } from '../form/RegistrationForm';
import { StepCard } from '../frame/StepCard';
import { RegistrationCheck } from './registrationCheck';
import { registrationChecks } from './registrationChecks';
import { SpokenWord } from '../fields/SpokenWord';

const MINUTE_MS = 60_000;

const LOOKS: Record<
  RegistrationCheck['status'],
  { tone?: StatusTone; Icon: RemixiconComponentType; word: string }
> = {
  pending: { Icon: RiTimeLine, word: 'Open' },
  passed: { tone: 'ok', Icon: RiCheckLine, word: 'Passed' },
  note: { tone: 'pending', Icon: RiInformationLine, word: 'Note' },
  warning: { tone: 'warning', Icon: RiAlertLine, word: 'Warning' },
  failed: { tone: 'error', Icon: RiErrorWarningLine, word: 'Failed' },
};

function summarize(checks: readonly RegistrationCheck[]): string {
  const count = (status: RegistrationCheck['status']) =>
    checks.filter(check => check.status === status).length;
  return [
    `Checks: ${count('passed')} passed`,
    countOf(count('warning'), 'warning'),
    `${count('failed')} failed`,
  ].join(', ');
}

function CheckItem(props: { check: RegistrationCheck }) {
  const { status, text } = props.check;
  const { tone, Icon, word } = LOOKS[status];
  const theme = useTheme();
  const colour = tone
    ? toneColours(theme, tone).text
    : theme.palette.text.secondary;
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, py: 0.5, overflowWrap: 'anywhere' }}
    >
      <Box component="span" sx={{ color: colour, pt: 0.25 }}>
        <Icon size="1em" aria-hidden />
        <SpokenWord>{word}</SpokenWord>
      </Box>
      <Typography
        component="span"
        variant="body2"
        color={status === 'pending' ? 'text.secondary' : 'text.primary'}
      >
        {text}
      </Typography>
    </Box>
  );
}

/** What has to be right before the plane is registered, and how it stands. */
export function ChecksCard() {
  const { values, served, problems, review, reviewError, editing } =
    useRegistrationForm();
  const nowMs = useNow(MINUTE_MS);
  const checks = registrationChecks({
    values,
    served,
    problems,
    review,
    reviewError,
    editing: editing !== undefined,
    nowMs,
  });
  return (
    <StepCard title="Checks">
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: -1 }}>
        {checks.map(check => (
          <CheckItem key={check.id} check={check} />
        ))}
      </Box>
      <Announcement>{summarize(checks)}</Announcement>
    </StepCard>
  );
}
