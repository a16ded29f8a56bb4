import TextField from '@mui/material/TextField';
import { isBlocking } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId } from 'react';
import { FieldProblems } from '../../../fields/FieldProblems';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { PemInput } from './usePemInput';

const MIN_ROWS = 8;
const MAX_ROWS = 14;

/** The text of the agent CA. */
export function PemTextField(props: { input: PemInput }) {
  const { value, takeText, takeFiles, refuses, refusal } = props.input;
  const { problemsAt, leaveField } = useRegistrationForm();
  const id = useId();
  // With which planes it is shared stands among the facts.
  const problems = problemsAt('agentCA.value').filter(
    ({ code }) => code !== 'agent-ca-shared',
  );
  return (
    <TextField
      id={id}
      fullWidth
      required
      multiline
      minRows={MIN_ROWS}
      maxRows={MAX_ROWS}
      label="PEM of the CA certificate"
      placeholder="-----BEGIN CERTIFICATE-----"
      value={value}
      error={refusal !== undefined || problems.some(isBlocking)}
      helperText={
        problems.length > 0 ? (
          <FieldProblems problems={problems} />
        ) : (
          'What the command printed, from BEGIN CERTIFICATE to END CERTIFICATE. Paste it, drop its file here, or upload it. Never the key.'
        )
      }
      onChange={event => takeText(event.target.value)}
      onBlur={() => leaveField('agentCA.value')}
      onPaste={event => {
        const { files } = event.clipboardData;
        const text = event.clipboardData.getData('text');
        if (files.length > 0) {
          event.preventDefault();
          takeFiles([...files]);
        } else if (refuses(text)) {
          // Before the browser inserts it, so that undoing cannot bring it back either.
          event.preventDefault();
        }
      }}
      inputProps={{
        name: 'agentCA.value',
        autoComplete: 'off',
        spellCheck: false,
        required: false,
        'aria-required': true,
      }}
      sx={{
        '& textarea': {
          fontFamily: 'monospace',
          fontSize: 'caption.fontSize',
        },
      }}
    />
  );
}
