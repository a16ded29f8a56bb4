import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEffect, useId, useRef } from 'react';
import { showAndFocus } from '../../../../ConnectionTest';
import { BackButton } from '../../../frame/BackButton';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { Write } from './useWrite';
import { WriteFailureView } from './WriteFailureView';

export interface ApplySectionProps {
  write: Write;
  onBack: () => void;
  onStart: () => void;
  /** Why the plane cannot be written. */
  blocked?: string;
  /** The id of what says that the permission is missing. */
  forbiddenBy?: string;
  onFound: (result: RegistrationResult) => void;
}

/** Writes the plane, and says what became of that. */
export function ApplySection(props: ApplySectionProps) {
  const { write, onBack, onStart, blocked, forbiddenBy, onFound } = props;
  const { editing } = useRegistrationForm();
  const reasonId = useId();
  const outcome = useRef<HTMLDivElement>(null);
  const busy = write.status === 'writing' || write.status === 'written';
  const failure = 'error' in write ? write : undefined;
  useEffect(() => {
    if (failure && outcome.current) {
      showAndFocus(outcome.current);
    }
  }, [failure]);

  const [label, busyLabel] = editing
    ? ['Save changes', 'Saving…']
    : ['Register plane', 'Registering…'];
  return (
    <Stack spacing={2}>
      <Box
        ref={outcome}
        tabIndex={-1}
        // Focus comes here by itself, never by the keyboard's order.
        sx={{ '&&:focus-visible': { outline: 'none' } }}
      >
        {failure && <WriteFailureView failure={failure} onFound={onFound} />}
      </Box>
      {busy && <LinearProgress aria-label={busyLabel} />}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1.5,
        }}
      >
        <BackButton onBack={onBack} />
        <Box sx={{ flexGrow: 1 }} />
        {blocked && (
          <Typography id={reasonId} variant="body2" color="text.secondary">
            {blocked}
          </Typography>
        )}
        <Button
          variant="contained"
          disabled={busy || blocked !== undefined || forbiddenBy !== undefined}
          aria-describedby={forbiddenBy ?? (blocked && reasonId)}
          onClick={onStart}
        >
          {busy ? busyLabel : label}
        </Button>
      </Box>
    </Stack>
  );
}
