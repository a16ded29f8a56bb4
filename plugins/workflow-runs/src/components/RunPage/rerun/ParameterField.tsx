import TextField from '@mui/material/TextField';
import type { RunParameter } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { fieldText, fieldValue, isJson } from './parameterFields';

const MOST_ROWS = 8;

export interface ParameterFieldProps {
  parameter: RunParameter;
  /** Undefined while it is as it was. */
  text: string | undefined;
  onChange: (text: string) => void;
}

/** A field for a parameter of the new run. */
export function ParameterField(props: ParameterFieldProps) {
  const { parameter, onChange } = props;
  const { name, masked } = parameter;
  const text = props.text ?? fieldText(parameter);
  const isSecret = masked && parameter.value === undefined;
  const read = fieldValue(parameter, text);
  const problem =
    props.text === undefined || read.ok ? undefined : read.problem;
  return (
    <TextField
      fullWidth
      size="small"
      margin="dense"
      label={name}
      value={text}
      onChange={event => onChange(event.target.value)}
      error={problem !== undefined}
      helperText={
        problem ??
        (isSecret ? 'A secret. Leave it empty to keep it as it is.' : undefined)
      }
      type={isSecret ? 'password' : 'text'}
      autoComplete="off"
      placeholder={isSecret ? 'Stays as it is' : undefined}
      InputLabelProps={isSecret ? { shrink: true } : undefined}
      multiline={!isSecret && (isJson(parameter) || text.includes('\n'))}
      maxRows={MOST_ROWS}
      inputProps={{ spellCheck: false }}
    />
  );
}
